-- Programs keep synonyms with the catalogue, and what fits the words of a search under its version: both are
-- read again when synonyms change, so that the next search knows them.
create function public.synonyms_changed() returns trigger language plpgsql as $$
begin
    update public.catalogue_version set version = version + 1;
    return null;
end
$$;
create trigger synonyms_changed after insert or update or delete on synonym_groups
    for each statement execute function public.synonyms_changed();
