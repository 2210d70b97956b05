PRAGMA application_id = 1314345810;
PRAGMA user_version = 7;
BEGIN TRANSACTION;
CREATE TABLE aliases (
    feed_id INTEGER NOT NULL REFERENCES feeds (id),
    guid TEXT NOT NULL,
    entry_id INTEGER NOT NULL REFERENCES identities (id),
    why TEXT NOT NULL,
    noticed_at INTEGER NOT NULL,
    PRIMARY KEY (feed_id, guid)
) STRICT, WITHOUT ROWID;
INSERT INTO "aliases" VALUES(1,'g1 of another kind',1,'the same title, date and text',2800);
CREATE TABLE analyses (
    entry_id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    engine TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    language TEXT NOT NULL,
    quotations INTEGER NOT NULL,    -- how many
    analysed_at INTEGER NOT NULL,
    result TEXT NOT NULL            -- JSON: the fields of model.Analysis
) STRICT;
INSERT INTO "analyses" VALUES(2,'rules-1','x','en',1,2500,'{"language":"en","quotations":[{"start":8,"end":12,"parts":[[8,12]],"kind":"direct","mention":null,"cue":null,"source":null,"via":null,"anonymous":false,"confidence":1.0,"rule":"","correction":null}],"sources":[],"notes":[]}');
CREATE TABLE bookmark_tags (
    bookmark_id INTEGER NOT NULL REFERENCES bookmarks (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,      -- in the user's order
    tag TEXT NOT NULL,
    PRIMARY KEY (bookmark_id, position),
    UNIQUE (bookmark_id, tag)
) STRICT, WITHOUT ROWID;
INSERT INTO "bookmark_tags" VALUES(2,0,'later');
INSERT INTO "bookmark_tags" VALUES(2,1,'maps');
CREATE TABLE bookmarks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER REFERENCES identities (id),
    created INTEGER NOT NULL,
    edited_at INTEGER,
    removed_at INTEGER,
    title TEXT NOT NULL,
    link TEXT,
    feed TEXT NOT NULL,
    authors TEXT NOT NULL,          -- JSON: list of names
    published INTEGER,
    quote_exact TEXT,
    quote_prefix TEXT,
    quote_suffix TEXT,
    quote_start INTEGER,
    quote_end INTEGER,
    quote_text_hash TEXT,
    source TEXT,
    note TEXT NOT NULL DEFAULT '',
    text_hash TEXT NOT NULL,
    text TEXT NOT NULL,
    content_html TEXT NOT NULL
) STRICT;
INSERT INTO "bookmarks" VALUES(1,2,2200,NULL,NULL,'Second','https://a.example/2','Sample','["Ada Ray"]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'','dd774cc280adc5eccf80e6443ecd3c2d3354847358927135c5ffd1842980c382','He said “no”.','<p>');
INSERT INTO "bookmarks" VALUES(2,2,2300,2400,NULL,'Second','https://a.example/2','Sample','["Ada Ray"]',NULL,'“no”','said ','.',8,12,'x',NULL,'Mine','dd774cc280adc5eccf80e6443ecd3c2d3354847358927135c5ffd1842980c382','He said “no”.','<p>');
CREATE TABLE changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL REFERENCES identities (id),
    field TEXT NOT NULL CHECK (field IN ('read', 'starred')),
    value INTEGER NOT NULL CHECK (value IN (0, 1)),
    at INTEGER NOT NULL,
    UNIQUE (entry_id, field)
) STRICT;
INSERT INTO "changes" VALUES(1,1,'read',1,2100);
INSERT INTO "changes" VALUES(2,2,'starred',1,2200);
CREATE TABLE contents (
    entry_id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    hash TEXT NOT NULL,
    enclosures TEXT NOT NULL,       -- JSON: list of [url, type, length]
    html TEXT NOT NULL
) STRICT;
INSERT INTO "contents" VALUES(1,'599425b31dd67934651412cfcaaa873943308ad1e54481eb0271fbae2ab79661','[]','<p>Two');
INSERT INTO "contents" VALUES(2,'3b988a32702b496fad0c0a4c705d90df41beefc06fb54cfa17eb50cfd63bc73a','[]','');
INSERT INTO "contents" VALUES(3,'ca4e92c0308b1a7f9db5130419bfeb9d35a40befc1a355d9594a08cf58d1489c','[]','');
CREATE TABLE corrected_texts (
    text_hash TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    link TEXT,
    language TEXT,
    prose TEXT NOT NULL,            -- JSON: list of [start, end]
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "corrected_texts" VALUES('x','Second','https://a.example/2',NULL,'[]','He said “no”.');
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER REFERENCES identities (id),
    text_hash TEXT NOT NULL REFERENCES corrected_texts (text_hash),
    created INTEGER NOT NULL,
    undone_at INTEGER,
    quote_exact TEXT NOT NULL,
    quote_prefix TEXT NOT NULL,
    quote_suffix TEXT NOT NULL,
    quote_start INTEGER NOT NULL,
    quote_end INTEGER NOT NULL,
    quotation TEXT NOT NULL,        -- JSON: the fields of model.Quotation
    verdict TEXT NOT NULL           -- JSON: the fields of model.Verdict
) STRICT;
INSERT INTO "corrections" VALUES(1,2,'x',2600,NULL,'“no”','said ','.',8,12,'{"start":8,"end":12,"parts":[[8,12]],"kind":"direct","mention":null,"cue":null,"source":null,"via":null,"anonymous":false,"confidence":1.0,"rule":"","correction":null}','{"name":"Ada Ray","type":"person","role":null,"removed":false}');
CREATE TABLE entries (
    id INTEGER PRIMARY KEY REFERENCES identities (id),
    feed_id INTEGER NOT NULL REFERENCES feeds (id),
    title TEXT NOT NULL,
    link TEXT,
    authors TEXT NOT NULL,          -- JSON: list of names
    published INTEGER,
    updated INTEGER,
    seen INTEGER NOT NULL,
    language TEXT,
    sort_at INTEGER NOT NULL
        GENERATED ALWAYS AS (min(coalesce(published, seen), seen + 86400)) VIRTUAL,
    shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
    read INTEGER NOT NULL CHECK (read IN (0, 1)),
    starred INTEGER NOT NULL CHECK (starred IN (0, 1))
, story INTEGER, hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1))) STRICT;
INSERT INTO "entries" VALUES(1,1,'First, changed',NULL,'[]',900,NULL,1000,NULL,1,1,0,NULL,0);
INSERT INTO "entries" VALUES(2,1,'Second','https://a.example/2','["Ada Ray"]',NULL,NULL,1000,NULL,1,0,1,NULL,0);
INSERT INTO "entries" VALUES(3,1,'Advertisement',NULL,'[]',NULL,NULL,2900,NULL,0,0,0,NULL,1);
CREATE TABLE entry_keys (
    feed_id INTEGER NOT NULL,
    key INTEGER NOT NULL,
    entry_id INTEGER NOT NULL,
    PRIMARY KEY (feed_id, key, entry_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "entry_keys" VALUES(1,-6257471642008592699,2);
INSERT INTO "entry_keys" VALUES(1,-2172016894315125556,3);
INSERT INTO "entry_keys" VALUES(1,1741319006885985092,1);
INSERT INTO "entry_keys" VALUES(1,3644913198500317305,1);
INSERT INTO "entry_keys" VALUES(1,9016129518507578592,2);
CREATE TABLE entry_tags (
    entry_id INTEGER NOT NULL REFERENCES identities (id),
    tag TEXT NOT NULL,
    PRIMARY KEY (entry_id, tag)
) STRICT, WITHOUT ROWID;
INSERT INTO "entry_tags" VALUES(3,'ads');
CREATE TABLE feeds (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    own_title TEXT,                 -- what the user calls it
    title TEXT NOT NULL DEFAULT '', -- what it calls itself
    name TEXT NOT NULL GENERATED ALWAYS AS (coalesce(own_title, nullif(title, ''), url)) VIRTUAL,
    link TEXT,
    folder TEXT,
    language TEXT,
    etag TEXT,
    last_modified TEXT,
    added_at INTEGER NOT NULL,
    unsubscribed_at INTEGER,
    fetched_at INTEGER,
    failed_at INTEGER,
    error TEXT
, trusted_host TEXT, due_at INTEGER NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0, gone_at INTEGER, pace TEXT NOT NULL DEFAULT '{}') STRICT;
INSERT INTO "feeds" VALUES(1,'https://a.example/',NULL,'Sample',NULL,'World',NULL,NULL,NULL,1000,NULL,2900,NULL,NULL,NULL,0,0,NULL,'{}');
CREATE TABLE full_texts (
    entry_id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    url TEXT NOT NULL,              -- where the page came from in the end
    fetched_at INTEGER NOT NULL,
    shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
    html TEXT NOT NULL              -- of the article alone
) STRICT;
INSERT INTO "full_texts" VALUES(1,'https://a.example/1',2700,1,'<p>All of it');
CREATE TABLE identities (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    feed_id INTEGER NOT NULL REFERENCES feeds (id),
    guid TEXT NOT NULL,
    UNIQUE (feed_id, guid)
) STRICT;
INSERT INTO "identities" VALUES(1,1,'g1');
INSERT INTO "identities" VALUES(2,1,'g2');
INSERT INTO "identities" VALUES(3,1,'ad');
CREATE TABLE positions (
    entry_id INTEGER PRIMARY KEY REFERENCES identities (id),
    offset INTEGER NOT NULL         -- code points of the article's text
) STRICT;
INSERT INTO "positions" VALUES(2,7);
CREATE TABLE retold (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL UNIQUE
) STRICT;
INSERT INTO "retold" VALUES(3,1);
CREATE TABLE saved_queries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    notify INTEGER NOT NULL DEFAULT 0 CHECK (notify IN (0, 1)),
    created INTEGER NOT NULL,
    removed_at INTEGER
) STRICT;
INSERT INTO "saved_queries" VALUES(1,'Ferries','ferry is:unread',0,3000,NULL);
CREATE TABLE state (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "state" VALUES('view','unread');
CREATE TABLE statuses (
    entry_id INTEGER PRIMARY KEY REFERENCES identities (id),
    read INTEGER NOT NULL DEFAULT 0 CHECK (read IN (0, 1)),
    read_at INTEGER,
    starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
    starred_at INTEGER
) STRICT;
INSERT INTO "statuses" VALUES(1,1,2100,0,NULL);
INSERT INTO "statuses" VALUES(2,0,NULL,1,2200);
CREATE TABLE story_keys (
    key INTEGER NOT NULL,
    entry_id INTEGER NOT NULL,
    PRIMARY KEY (key, entry_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "story_keys" VALUES(9016129518507578592,2);
CREATE TABLE versions (
    id INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    replaced_at INTEGER NOT NULL,
    title TEXT NOT NULL,
    published INTEGER,
    updated INTEGER,
    hash TEXT NOT NULL,
    html TEXT NOT NULL
) STRICT;
INSERT INTO "versions" VALUES(1,1,2000,'First',900,NULL,'ad37dd60355773fdd3a5b2c55b3cb9cc14271d93ea6b51c8d731b9f62868b218','<p>One');
CREATE INDEX entries_newest ON entries (sort_at) WHERE shown = 1;
CREATE INDEX entries_unread ON entries (sort_at) WHERE shown = 1 AND read = 0;
CREATE INDEX entries_unread_of_feed ON entries (feed_id) WHERE shown = 1 AND read = 0;
CREATE INDEX entries_of_feed ON entries (feed_id, shown, sort_at);
CREATE TRIGGER statuses_added AFTER INSERT ON statuses BEGIN
    UPDATE entries SET read = NEW.read, starred = NEW.starred WHERE id = NEW.entry_id;
END;
CREATE TRIGGER statuses_changed AFTER UPDATE OF read, starred ON statuses BEGIN
    UPDATE entries SET read = NEW.read, starred = NEW.starred WHERE id = NEW.entry_id;
END;
CREATE INDEX versions_of_entry ON versions (entry_id);
CREATE INDEX analyses_of_engine ON analyses (entry_id, engine);
CREATE INDEX bookmarks_newest ON bookmarks (created) WHERE removed_at IS NULL;
CREATE INDEX bookmarks_of_entry ON bookmarks (entry_id);
CREATE INDEX bookmark_tags_of_tag ON bookmark_tags (tag);
CREATE INDEX corrections_of_entry ON corrections (entry_id);
CREATE INDEX corrections_of_place ON corrections (text_hash, quote_start, quote_end);
CREATE INDEX entries_of_story ON entries (story) WHERE story IS NOT NULL;
CREATE TRIGGER feeds_shown AFTER UPDATE OF unsubscribed_at ON feeds
    WHEN (OLD.unsubscribed_at IS NULL) <> (NEW.unsubscribed_at IS NULL)
BEGIN
    UPDATE entries SET shown = (NEW.unsubscribed_at IS NULL AND hidden = 0) WHERE feed_id = NEW.id;
END;
CREATE TRIGGER contents_retold AFTER UPDATE OF html ON contents WHEN OLD.html <> NEW.html BEGIN
    DELETE FROM retold WHERE entry_id = NEW.entry_id;
    INSERT INTO retold (entry_id) VALUES (NEW.entry_id);
END;
CREATE TRIGGER entries_retold AFTER UPDATE OF title, authors ON entries
    WHEN OLD.title <> NEW.title OR OLD.authors <> NEW.authors
BEGIN
    DELETE FROM retold WHERE entry_id = NEW.id;
    INSERT INTO retold (entry_id) VALUES (NEW.id);
END;
CREATE TRIGGER full_texts_added AFTER INSERT ON full_texts BEGIN
    DELETE FROM retold WHERE entry_id = NEW.entry_id;
    INSERT INTO retold (entry_id) VALUES (NEW.entry_id);
END;
CREATE TRIGGER full_texts_changed AFTER UPDATE OF shown, html ON full_texts BEGIN
    DELETE FROM retold WHERE entry_id = NEW.entry_id;
    INSERT INTO retold (entry_id) VALUES (NEW.entry_id);
END;
CREATE TRIGGER feeds_renamed AFTER UPDATE OF own_title, title ON feeds
    WHEN coalesce(OLD.own_title, OLD.title) <> coalesce(NEW.own_title, NEW.title)
BEGIN
    DELETE FROM retold WHERE entry_id IN (SELECT id FROM entries WHERE feed_id = NEW.id);
    INSERT INTO retold (entry_id) SELECT id FROM entries WHERE feed_id = NEW.id;
END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('retold',3);
INSERT INTO "sqlite_sequence" VALUES('identities',3);
INSERT INTO "sqlite_sequence" VALUES('changes',2);
INSERT INTO "sqlite_sequence" VALUES('bookmarks',2);
INSERT INTO "sqlite_sequence" VALUES('corrections',1);
INSERT INTO "sqlite_sequence" VALUES('saved_queries',1);
COMMIT;
