-- Decisions that were taken in one act share its number: the id of the first. A decision that a later one on the same pair
-- replaced comes back when that one is withdrawn.
ALTER TABLE decision ADD COLUMN act INTEGER;
ALTER TABLE decision ADD COLUMN replaced_by INTEGER;
ALTER TABLE decision ADD COLUMN withdrawn_why TEXT;
UPDATE decision SET act = id;
DROP INDEX decision_pair;
CREATE UNIQUE INDEX decision_pair ON decision(record_a, record_b) WHERE withdrawn_at IS NULL AND replaced_by IS NULL;
CREATE INDEX decision_act ON decision(act);
CREATE INDEX decision_replaced ON decision(replaced_by) WHERE replaced_by IS NOT NULL;

-- The review queue is ordered by doubt, no longer by probability alone.
DROP INDEX doubtful_probability;
CREATE INDEX doubtful_doubt ON doubtful(is_ambiguous DESC, abs(probability - 0.5), record_a, record_b);

-- Epoch 0 is the model that ships with the hub and has no row.
CREATE TABLE model(
  epoch      INTEGER PRIMARY KEY AUTOINCREMENT,
  origin     INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  records    INTEGER NOT NULL,
  json       TEXT NOT NULL,
  report     TEXT NOT NULL
) STRICT;

-- Which epoch is in use, and whether a person put it there so that training by itself leaves it alone.
CREATE TABLE model_use(
  id        INTEGER PRIMARY KEY CHECK (id = 1),
  epoch     INTEGER NOT NULL,
  is_pinned INTEGER NOT NULL
) STRICT;
INSERT INTO model_use(id, epoch, is_pinned) VALUES (1, 0, 0);
