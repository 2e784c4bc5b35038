-- What has happened in each workshop, and the little that stands beside it.

CREATE TABLE workshops (
    id          TEXT PRIMARY KEY,
    erase_on    TEXT NOT NULL,  -- ISO date
    deck        TEXT NOT NULL,
    deck_version TEXT NOT NULL,
    deck_digest TEXT NOT NULL,
    created_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE events (
    workshop TEXT NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    version  INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    schema   INTEGER NOT NULL,
    body     BLOB NOT NULL,
    hash     BLOB NOT NULL,
    PRIMARY KEY (workshop, version)
) STRICT, WITHOUT ROWID;

-- A repeated command finds its first answer here; no events is first = last + 1.
CREATE TABLE commands (
    workshop TEXT NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    id       TEXT NOT NULL,
    digest   BLOB NOT NULL,
    first    INTEGER NOT NULL,
    last     INTEGER NOT NULL,
    PRIMARY KEY (workshop, id)
) STRICT, WITHOUT ROWID;

-- Hashes of codes and cookies, never the codes themselves.
CREATE TABLE keys (
    key      TEXT PRIMARY KEY,
    workshop TEXT NOT NULL REFERENCES workshops (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX keys_of_workshop ON keys (workshop);

CREATE TABLE erased (
    workshop  TEXT PRIMARY KEY,
    erased_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
