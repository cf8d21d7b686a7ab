-- Schema 2: files people attach. What they hold lies beside the database, named after its hash.

CREATE TABLE attachment (
    id           TEXT PRIMARY KEY,
    owner_id     TEXT NOT NULL REFERENCES account (id),
    content_hash BLOB NOT NULL,                  -- SHA-256
    bytes        INTEGER NOT NULL CHECK (bytes > 0),
    type         TEXT NOT NULL,
    uploaded_ms  INTEGER NOT NULL,
    file_name    TEXT NOT NULL,                  -- empty until it is attached to something
    UNIQUE (owner_id, content_hash)
) WITHOUT ROWID;

-- Whoever may read one of these feeds may read the file: those that hold a fact which attaches it.
CREATE TABLE attachment_feed (
    attachment_id TEXT NOT NULL REFERENCES attachment (id),
    feed          TEXT NOT NULL,
    PRIMARY KEY (attachment_id, feed)
) WITHOUT ROWID;
