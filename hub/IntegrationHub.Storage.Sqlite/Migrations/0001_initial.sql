-- Times are unix milliseconds, UTC. Ids (uid) are UUIDv7 in big-endian bytes, so that their order is the order of time.
PRAGMA application_id = 1229476418;

-- The last number given out of each kind: record, change (pending marks), feed (change feed).
CREATE TABLE counter(
  name  TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO counter(name, value) VALUES ('record', 0), ('change', 0), ('feed', 0);

-- A removed source keeps its row, since its deleted records still name it; only its name becomes free.
CREATE TABLE source(
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  name            TEXT NOT NULL,
  connector_id    TEXT NOT NULL,
  settings        TEXT NOT NULL,
  trust           REAL NOT NULL,
  is_deduplicated INTEGER NOT NULL,
  created_at      INTEGER NOT NULL,
  is_removed      INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX source_name ON source(name) WHERE is_removed = 0;

CREATE TABLE secret(
  source_id INTEGER NOT NULL,
  name      TEXT NOT NULL,
  encrypted BLOB NOT NULL,
  PRIMARY KEY(source_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE stream(
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id INTEGER NOT NULL,
  name      TEXT NOT NULL,
  UNIQUE(source_id, name)
) STRICT;

-- What a re-delivery needs to look at is narrow; the values live apart, so that stamping a generation rewrites little.
CREATE TABLE record(
  id            INTEGER PRIMARY KEY,
  stream_id     INTEGER NOT NULL,
  key           TEXT NOT NULL,
  generation    INTEGER NOT NULL,
  is_deleted    INTEGER NOT NULL,
  hash          BLOB NOT NULL,
  uid           BLOB NOT NULL,
  run_id        INTEGER NOT NULL,
  first_seen_at INTEGER NOT NULL,
  updated_at    INTEGER
) STRICT;
CREATE UNIQUE INDEX record_key ON record(stream_id, key);
CREATE UNIQUE INDEX record_uid ON record(uid);

CREATE TABLE record_fields(
  record_id INTEGER PRIMARY KEY,
  fields    TEXT NOT NULL
) STRICT;

CREATE TABLE interaction(
  id               INTEGER PRIMARY KEY,
  stream_id        INTEGER NOT NULL,
  key              TEXT NOT NULL,
  generation       INTEGER NOT NULL,
  hash             BLOB NOT NULL,
  run_id           INTEGER NOT NULL,
  occurred_at      INTEGER NOT NULL,
  person_stream_id INTEGER,
  person_key       TEXT,
  type             TEXT NOT NULL,
  body             TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX interaction_key ON interaction(stream_id, key);
CREATE INDEX interaction_person ON interaction(person_stream_id, person_key) WHERE person_key IS NOT NULL;

CREATE TABLE consent(
  id               INTEGER PRIMARY KEY,
  person_stream_id INTEGER NOT NULL,
  person_key       TEXT NOT NULL,
  hash             BLOB NOT NULL,
  channel          TEXT NOT NULL,
  purpose          TEXT NOT NULL,
  status           INTEGER NOT NULL,
  given_at         INTEGER NOT NULL,
  proof            TEXT,
  run_id           INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX consent_content ON consent(person_stream_id, person_key, hash);

CREATE TABLE checkpoint(
  stream_id  INTEGER NOT NULL,
  mode       INTEGER NOT NULL,
  state      TEXT NOT NULL,
  cursor     TEXT,
  generation INTEGER NOT NULL,
  PRIMARY KEY(stream_id, mode)
) STRICT, WITHOUT ROWID;

CREATE TABLE quarantine(
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id INTEGER NOT NULL,
  stream    TEXT NOT NULL,
  key       TEXT,
  reason    TEXT NOT NULL,
  raw       TEXT,
  hash      BLOB NOT NULL,
  at        INTEGER NOT NULL,
  run_id    INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX quarantine_content ON quarantine(source_id, hash);
CREATE INDEX quarantine_key ON quarantine(source_id, stream, key) WHERE key IS NOT NULL;

CREATE TABLE run(
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id        INTEGER NOT NULL,
  started_by       TEXT NOT NULL,
  status           INTEGER NOT NULL,
  started_at       INTEGER NOT NULL,
  finished_at      INTEGER,
  streams          TEXT NOT NULL,
  error            TEXT,
  cancel_requested INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX run_source ON run(source_id, id);

-- The row stays when the lease is given back, so that the fence goes on growing.
CREATE TABLE lease(
  source_id  INTEGER PRIMARY KEY,
  fence      INTEGER NOT NULL,
  owner      TEXT,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE decision(
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  record_a     INTEGER NOT NULL,
  record_b     INTEGER NOT NULL,
  is_same      INTEGER NOT NULL,
  decided_by   TEXT NOT NULL,
  decided_at   INTEGER NOT NULL,
  why          TEXT,
  withdrawn_by TEXT,
  withdrawn_at INTEGER
) STRICT;
CREATE UNIQUE INDEX decision_pair ON decision(record_a, record_b) WHERE withdrawn_at IS NULL;

CREATE TABLE pending(
  record_id INTEGER PRIMARY KEY,
  change    INTEGER NOT NULL
) STRICT;

-- From here on everything is derived and may be built again.
CREATE TABLE customer(
  anchor_id    INTEGER PRIMARY KEY,
  record_count INTEGER NOT NULL,
  version      INTEGER NOT NULL,
  changed_at   INTEGER NOT NULL,
  golden       TEXT NOT NULL
) STRICT;

CREATE TABLE customer_name(
  anchor_id INTEGER PRIMARY KEY,
  folded    TEXT NOT NULL
) STRICT;

-- An anchor always belongs to itself, so the index holds the other members only: nothing for a customer of one record.
CREATE TABLE membership(
  record_id INTEGER PRIMARY KEY,
  anchor_id INTEGER NOT NULL
) STRICT;
CREATE INDEX membership_anchor ON membership(anchor_id) WHERE anchor_id <> record_id;

-- Where the id of a record that is gone leads: to the smallest of its former companions that lived on.
CREATE TABLE alias(
  record_id INTEGER PRIMARY KEY,
  target_id INTEGER NOT NULL
) STRICT;
CREATE INDEX alias_target ON alias(target_id);

CREATE TABLE lookup(
  token     INTEGER NOT NULL,
  record_id INTEGER NOT NULL,
  PRIMARY KEY(token, record_id)
) STRICT, WITHOUT ROWID;

-- The tokens of a record as little-endian 64-bit numbers, so that old ones can be taken out of lookup.
CREATE TABLE record_token(
  record_id INTEGER PRIMARY KEY,
  tokens    BLOB NOT NULL
) STRICT;

CREATE TABLE doubtful(
  record_a     INTEGER NOT NULL,
  record_b     INTEGER NOT NULL,
  probability  REAL NOT NULL,
  is_ambiguous INTEGER NOT NULL,
  PRIMARY KEY(record_a, record_b)
) STRICT, WITHOUT ROWID;
CREATE INDEX doubtful_b ON doubtful(record_b);
CREATE INDEX doubtful_probability ON doubtful(probability DESC);

CREATE TABLE feed(
  sequence     INTEGER PRIMARY KEY,
  kind         INTEGER NOT NULL,
  customer_uid BLOB NOT NULL,
  other_uid    BLOB,
  at           INTEGER NOT NULL
) STRICT;
