-- What is forgotten by its time is found by it: every minute somebody looks, and reads no table whole.
create index stock_holds_by_end on stock_holds (expires_at);
create index kept_rejections_by_time on kept_rejections (kept_at);
create index email_codes_by_end on email_codes (expires_at);
create index rate_counters_by_window on rate_counters (window_start);
create index missed_searches_by_day on missed_searches (last_on);
