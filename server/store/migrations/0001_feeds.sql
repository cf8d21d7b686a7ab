-- Schema 1. See docs/formats/storage.md.
--
-- Few B-trees are touched by one operation, because at millions of rows each of them costs a random page
-- per commit: a feed's head and a device's last sequence are the last keys of feed_event and operation,
-- not rows of their own, and events are clustered by feed, so a page of a feed is one range scan.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE feed (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE feed_event (
    feed            INTEGER NOT NULL REFERENCES feed (id),
    sequence        INTEGER NOT NULL CHECK (sequence > 0),
    origin_device   TEXT,                        -- NULL: the server's own
    origin_sequence INTEGER NOT NULL,
    stamp           TEXT NOT NULL,
    type            TEXT NOT NULL,
    payload         TEXT NOT NULL,
    PRIMARY KEY (feed, sequence)
) WITHOUT ROWID;

CREATE TABLE account (
    id           TEXT PRIMARY KEY,
    login        TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    roles        TEXT NOT NULL,                  -- role names with a space between
    unit_id      TEXT NOT NULL,
    unit_name    TEXT NOT NULL,
    credential   TEXT                            -- NULL: cannot log in
) WITHOUT ROWID;

CREATE TABLE session (
    token_hash        BLOB PRIMARY KEY,
    account_id        TEXT NOT NULL REFERENCES account (id),
    idle_until_ms     INTEGER NOT NULL,
    absolute_until_ms INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE device (
    id         INTEGER PRIMARY KEY,
    device_id  TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL REFERENCES account (id)
);

CREATE TABLE operation (
    device    INTEGER NOT NULL REFERENCES device (id),
    sequence  INTEGER NOT NULL CHECK (sequence > 0),
    body_hash BLOB NOT NULL,
    accepted  INTEGER NOT NULL CHECK (accepted IN (0, 1)),
    code      TEXT NOT NULL,
    subject   TEXT NOT NULL,
    receipt   TEXT NOT NULL,
    PRIMARY KEY (device, sequence)
) WITHOUT ROWID;

-- What was confirmed is never rewritten.
CREATE TRIGGER feed_event_keeps BEFORE UPDATE ON feed_event
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER feed_event_stays BEFORE DELETE ON feed_event
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER operation_keeps BEFORE UPDATE ON operation
BEGIN SELECT RAISE(ABORT, 'outcomes are append-only'); END;
CREATE TRIGGER operation_stays BEFORE DELETE ON operation
BEGIN SELECT RAISE(ABORT, 'outcomes are append-only'); END;
