-- Rises whenever what can be ordered changes: orders, holds, receipts. A sequence, because it must not
-- make those wait for each other; whoever changes stock draws from it after the commit, so that nobody
-- keeps an old page under a new number.
create sequence stock_version;
-- A fresh sequence gives its first value twice: once by itself, once when asked.
select setval('stock_version', 1);
