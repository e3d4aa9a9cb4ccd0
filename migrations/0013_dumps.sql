-- Copies of the whole live catalogue for programs, written every night. Their content lies among the files, under
-- its hash; the newest row of a format is the one that is served.
create table dumps (
    format text not null check (format in ('csv', 'json')),
    sha256 bytea not null check (octet_length(sha256) = 32),
    bytes bigint not null check (bytes >= 0),
    made_at timestamptz not null,
    primary key (format, sha256)
);
