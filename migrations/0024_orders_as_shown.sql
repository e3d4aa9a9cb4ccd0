-- What an order was of when it was shown, and rules of lines and of the ledger that only the program kept.

alter table checkouts
    -- The editions that an order would have been of on the way to "Check your answers", sorted.
    add column shown uuid[];

alter table order_lines add constraint order_lines_quantity_at_most check (quantity_ordered <= 10000);

-- Rows of the ledger are never changed, so older ones stay as they are.
alter table stock_movements add constraint stock_movements_reason
    check (kind not in ('adjusted', 'written_off') or btrim(coalesce(reason, '')) <> '') not valid;
