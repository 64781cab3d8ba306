insert into community (id, slug, name, zone, since) overriding system value
values (1, 'harbour', 'Harbour', 'Europe/Lisbon', '2026-01-01 08:00:00Z');
