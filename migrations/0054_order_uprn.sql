-- The number of the place that an order goes to: known where its address is one of the book of whoever orders, as it stands
-- there, and a look-up knew that one. An address that is typed or changed by hand has none.
alter table checkouts add column uprn text check (uprn ~ '^[0-9]{1,12}$');
alter table orders add column uprn text check (uprn ~ '^[0-9]{1,12}$');
alter table order_revisions add column uprn text check (uprn ~ '^[0-9]{1,12}$');

-- Whoever sends an order elsewhere chooses among their own addresses as well.
alter policy of_subject on account_addresses using (
    (select current_setting('healthpost.scope', true)) = any (array['manage an account', 'check out', 'manage an order'])
    and account_id = (select nullif(current_setting('healthpost.subject', true), '')::uuid));
