-- Recordings. `n` is for our own joins and the index; `id` is what everybody else sees.
create table asset (
    n           integer primary key,
    id          text    not null unique,
    hash        text    not null unique,
    path        text    not null,
    name        text    not null,
    notes       text    not null default '',
    kind        text    not null check (kind in ('video', 'audio', 'image')),
    size        integer not null,
    modified_ms integer not null,
    duration_ms integer not null,
    width       integer not null,
    height      integer not null,
    facts       text    not null,
    imported_ms integer not null,
    missing     integer not null default 0,
    captioned   integer not null default 0,
    checked     integer not null default 0,
    blocks      integer not null default 0,
    warnings    integer not null default 0,
    rev         integer not null
) strict;
-- Pages and counts of every combination of facets read this index alone.
create index asset_newest on asset (imported_ms desc, n desc, kind, captioned, checked);
create index asset_needing_look on asset (blocks desc, warnings desc, imported_ms desc) where blocks > 0 or warnings > 0;
create index asset_by_path on asset (path);
create index asset_by_rev on asset (rev);

create table tag (
    asset integer not null references asset (n) on delete cascade,
    tag   text    not null,
    primary key (asset, tag)
) strict, without rowid;
create index tag_by_tag on tag (tag, asset);

create table transcript (
    asset    integer primary key references asset (n) on delete cascade,
    language text    not null,
    json     text    not null
) strict;

-- A project is its snapshot at `snapshot_seq`, and the edits after it.
create table project (
    id           text    primary key,
    asset        integer not null references asset (n),
    snapshot     text    not null,
    snapshot_seq integer not null,
    made_ms      integer not null
) strict, without rowid;
create index project_by_asset on project (asset);

create table edit (
    project text    not null references project (id) on delete cascade,
    seq     integer not null,
    what    text    not null check (what in ('edit', 'undo', 'redo')),
    json    text    not null,
    inverse text    not null,
    made_ms integer not null,
    primary key (project, seq)
) strict, without rowid;

-- What has to go to the other devices, in order; written in the transaction that made the change.
create table change (
    seq    integer primary key autoincrement,
    entity text    not null,
    id     text    not null,
    patch  text    not null
) strict;

-- `rev` counts writes to assets, so that the index knows what it has not seen.
create table counter (
    name  text    primary key,
    value integer not null
) strict, without rowid;
insert into counter (name, value) values ('rev', 0);

-- Which library this is, so that an index knows whose it is.
create table identity (
    id text not null
) strict;
insert into identity (id) values (lower(hex(randomblob(16))));
