-- Whether anybody may download a file now: it was scanned clean, and its edition is live and gives files; an
-- edition that can only be ordered gives its cover alone. The one rule of pages, downloads and zips.
create function public.is_downloadable(kind text, scan_state text, sha256 bytea, status text, access_type text)
    returns boolean
    language sql immutable parallel safe
    return scan_state = 'clean' and sha256 is not null and status = 'live'
        and (access_type <> 'order-only' or kind = 'cover');
