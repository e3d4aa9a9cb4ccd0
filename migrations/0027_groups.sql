-- Publications are restricted to groups of known kinds and to no others.

create function public.are_groups(groups text[]) returns boolean
    language sql immutable parallel safe
    return (select bool_and(g ~ '^(role|audience|organisation|profession):.{1,255}$') from unnest(groups) as g);

alter table publications
    add constraint publications_restricted_to_groups check (public.are_groups(restricted_to));
