-- States of a project at some of its lines: 0 is the first, then every 64th, so that any state is quick to read. `seal` is
-- the SHA-256 of what it stands for, empty in rows older than seals.
create table snapshot (
    project text    not null references project (id) on delete cascade,
    seq     integer not null,
    json    text    not null,
    seal    text    not null,
    primary key (project, seq)
) strict;
insert into snapshot (project, seq, json, seal) select id, snapshot_seq, snapshot, '' from project;
alter table project drop column snapshot;
alter table project drop column snapshot_seq;

alter table edit add column seal text not null default '';

-- Lines of journals that could not be read, as they were found; nothing is ever deleted from here.
create table journal_aside (
    n        integer primary key autoincrement,
    project  text    not null,
    seq      integer not null,
    what     text    not null,
    json     text    not null,
    inverse  text    not null,
    made_ms  integer not null,
    seal     text    not null,
    aside_ms integer not null
) strict;
create index journal_aside_by_line on journal_aside (project, seq);
