-- A dump of each format, one of them empty, and one that was replaced.

insert into dumps (format, sha256, bytes, made_at) values
    ('csv', decode(repeat('00', 32), 'hex'), 0, '1999-12-31 00:00:00+00'),
    ('csv', decode(repeat('ab', 32), 'hex'), 9223372036854775807, '2026-11-22 03:15:00+00'),
    ('json', decode(repeat('ff', 32), 'hex'), 12, '2999-12-31 00:00:00+00');
