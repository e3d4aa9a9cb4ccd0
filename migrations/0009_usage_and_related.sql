-- What is used, counted by day: nobody's trace, and no time of day.
create table download_counts (
    day date not null,
    file_id uuid not null references files on delete cascade,
    downloads integer not null check (downloads > 0),
    primary key (day, file_id)
);
-- Scans of printed QR codes; without an edition, of the publication's own code.
create table scan_counts (
    day date not null,
    publication_id uuid not null references publications on delete cascade,
    edition_id uuid references editions on delete cascade,
    scans integer not null check (scans > 0),
    unique nulls not distinct (day, publication_id, edition_id)
);
create index orders_by_day on orders (placed_at);

-- What publishers put beside a publication, in their order.
create table picked_related (
    publication_id uuid not null references publications on delete cascade,
    related_id uuid not null references publications on delete cascade,
    position smallint not null check (position between 1 and 10),
    primary key (publication_id, related_id),
    unique (publication_id, position),
    check (publication_id <> related_id)
);
-- What was computed beside it: ordered in the same orders, or about the same.
create table computed_related (
    publication_id uuid not null references publications on delete cascade,
    kind text not null check (kind in ('together', 'similar')),
    related_id uuid not null references publications on delete cascade,
    score real not null,
    primary key (publication_id, kind, related_id),
    check (publication_id <> related_id)
);
create index publications_by_programme on publications (programme_id);
create index publication_diseases_by_disease on publication_diseases (disease);
create index publication_vaccinations_by_vaccination on publication_vaccinations (vaccination);

-- Lets programs read these listings again: something beside their words changed.
create function public.touch_listings(changed uuid[]) returns void
    language plpgsql
as $$
declare
    this_version bigint;
begin
    update public.catalogue_version set version = version + 1 returning version into this_version;
    update public.listings set changed_in = this_version where publication_id = any (changed);
end
$$;

-- The publications most like each of these: topics they share count most, then programme, then titles.
create function public.refresh_similar(wanted uuid[]) returns void
    language sql
as $$
    delete from public.computed_related where publication_id = any (wanted) and kind = 'similar';
    insert into public.computed_related (publication_id, kind, related_id, score)
    select own.publication_id, 'similar', near.id, near.score
    from public.listings own join public.publications p on p.id = own.publication_id
    cross join lateral (
        select shared.id, (sum(shared.weight) + 2 * public.similarity(l.title_folded, own.title_folded))::real as score
        from (
            select x.publication_id as id, 2.0 as weight from public.publication_diseases mine
                join public.publication_diseases x on x.disease = mine.disease where mine.publication_id = own.publication_id
            union all
            select x.publication_id, 2.0 from public.publication_vaccinations mine
                join public.publication_vaccinations x on x.vaccination = mine.vaccination where mine.publication_id = own.publication_id
            union all
            select x.id, 1.0 from public.publications x where x.programme_id = p.programme_id
        ) shared join public.listings l on l.publication_id = shared.id
        where shared.id <> own.publication_id
        group by shared.id, l.title_folded order by 2 desc, shared.id limit 20
    ) near
    where own.publication_id = any (wanted);
$$;
