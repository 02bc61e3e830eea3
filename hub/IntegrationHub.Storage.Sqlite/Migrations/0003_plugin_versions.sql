-- The installed version of its plugin that a source is pinned to; without one it goes with the plugin that came with the hub.
ALTER TABLE source ADD COLUMN plugin_version TEXT;

-- What a source was before an upgrade of its plugin, to go back to.
CREATE TABLE source_upgrade(
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id    INTEGER NOT NULL,
  from_version TEXT,
  to_version   TEXT NOT NULL,
  settings     TEXT NOT NULL,
  upgraded_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX source_upgrade_source ON source_upgrade(source_id, id);

CREATE TABLE source_upgrade_checkpoint(
  upgrade_id INTEGER NOT NULL,
  stream_id  INTEGER NOT NULL,
  mode       INTEGER NOT NULL,
  state      TEXT NOT NULL,
  cursor     TEXT,
  generation INTEGER NOT NULL,
  PRIMARY KEY(upgrade_id, stream_id, mode)
) STRICT, WITHOUT ROWID;
