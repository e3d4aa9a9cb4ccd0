-- Writing a link is the same work whether there is an account or not: none is looked up for it. A link goes with its
-- account all the same, opens nothing without one, and is forgotten when its time has passed.
alter table account_links drop constraint account_links_account_id_fkey;
