-- Text is folded and cut into tokens by SearchText; `ascii` splits at blanks and leaves everything beyond ASCII alone.
create table entry (
    n  integer primary key,
    id text    not null unique
) strict;

create virtual table document using fts5 (
    name, tags, notes, spoken, facets,
    content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'ascii'
);
-- Names before tags before notes before speech; facets say nothing about how well something fits.
insert into document (document, rank) values ('rank', 'bm25(10.0, 6.0, 3.0, 1.0, 0.0)');

-- One row for each stretch of speech; key = asset n * 2^31 + start in milliseconds. `folded` is the text as tokens: the
-- moments of the few recordings on a page are found by reading theirs.
create table passage (
    key    integer primary key,
    text   text    not null,
    folded text    not null
) strict;

-- Up to which write of which library this index knows everything.
create table seen (
    library text    not null,
    rev     integer not null
) strict;
