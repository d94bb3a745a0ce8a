-- The schema of 0002 as it was first given out: later releases may not rely on its revisions' text.
PRAGMA application_id = 1282372723;
BEGIN TRANSACTION;
CREATE TABLE act (
	event_id TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	user_id TEXT NOT NULL, 
	room_id TEXT NOT NULL, 
	path TEXT NOT NULL, 
	memory TEXT, 
	answer TEXT NOT NULL, 
	done_at INTEGER NOT NULL, 
	undone INTEGER DEFAULT 0 NOT NULL, 
	CONSTRAINT act_pk PRIMARY KEY (event_id, place)
)
 STRICT

;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE announcement (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rule TEXT NOT NULL, 
	text TEXT NOT NULL, 
	rooms TEXT NOT NULL, 
	stopped INTEGER DEFAULT 0 NOT NULL, 
	created_by TEXT NOT NULL, 
	created_at INTEGER NOT NULL
)
 STRICT

;
CREATE TABLE inbox (
	seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	event_id TEXT NOT NULL, 
	room_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	target TEXT, 
	message TEXT, 
	state TEXT NOT NULL, 
	outcome TEXT, 
	received_at INTEGER NOT NULL, 
	finished_at INTEGER, sender TEXT, 
	CONSTRAINT inbox_event_id_once UNIQUE (event_id)
)
 STRICT

;
CREATE TABLE marker (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT marker_pk PRIMARY KEY (name)
)
 STRICT

;
CREATE TABLE meeting (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	series TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	motto TEXT NOT NULL, 
	starts_local TEXT NOT NULL, 
	zone TEXT NOT NULL, 
	place TEXT NOT NULL, 
	link TEXT, 
	state TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	created_by TEXT NOT NULL, 
	created_at INTEGER NOT NULL, 
	CONSTRAINT meeting_series_ordinal_once UNIQUE (series, ordinal)
)
 STRICT

;
CREATE TABLE need (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	network INTEGER NOT NULL, 
	topic TEXT NOT NULL, 
	note TEXT NOT NULL, 
	until TEXT, 
	example INTEGER DEFAULT 0 NOT NULL, 
	created_by TEXT NOT NULL, 
	created_at INTEGER NOT NULL, 
	CONSTRAINT need_network_refers FOREIGN KEY(network) REFERENCES network (number), 
	CONSTRAINT need_network_topic_once UNIQUE (network, topic)
)
 STRICT

;
CREATE TABLE network (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	short_name TEXT NOT NULL, 
	name TEXT NOT NULL, 
	region TEXT NOT NULL, 
	states TEXT NOT NULL, 
	seat TEXT, 
	lat REAL, 
	lon REAL, 
	website TEXT, 
	topics TEXT NOT NULL, 
	aliases TEXT NOT NULL, 
	awards TEXT NOT NULL, 
	member_since TEXT, 
	source TEXT NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT network_short_name_once UNIQUE (short_name)
)
 STRICT

;
CREATE TABLE occurrence (
	"key" TEXT NOT NULL, 
	meeting INTEGER, 
	announcement INTEGER, 
	step TEXT NOT NULL, 
	due_local TEXT NOT NULL, 
	zone TEXT NOT NULL, 
	due_utc INTEGER NOT NULL, 
	not_after INTEGER NOT NULL, 
	late_limit INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	reason TEXT, 
	details TEXT NOT NULL, 
	decided_at INTEGER, 
	CONSTRAINT occurrence_pk PRIMARY KEY ("key")
)
 STRICT

;
CREATE TABLE offer (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	network INTEGER NOT NULL, 
	topic TEXT NOT NULL, 
	level TEXT NOT NULL, 
	note TEXT NOT NULL, 
	example INTEGER DEFAULT 0 NOT NULL, 
	created_by TEXT NOT NULL, 
	created_at INTEGER NOT NULL, 
	CONSTRAINT offer_network_refers FOREIGN KEY(network) REFERENCES network (number), 
	CONSTRAINT offer_network_topic_once UNIQUE (network, topic)
)
 STRICT

;
CREATE TABLE outbox (
	seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	"key" TEXT NOT NULL, 
	effect TEXT NOT NULL, 
	target TEXT NOT NULL, 
	priority INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	"after" TEXT, 
	cause TEXT NOT NULL, 
	state TEXT NOT NULL, 
	event_id TEXT, 
	device_id TEXT, 
	attempts INTEGER DEFAULT 0 NOT NULL, 
	created_at INTEGER NOT NULL, 
	first_attempt_at INTEGER, 
	finished_at INTEGER, 
	reason TEXT, about TEXT, not_before INTEGER, 
	CONSTRAINT outbox_key_once UNIQUE ("key")
)
 STRICT

;
CREATE TABLE preference (
	target TEXT NOT NULL, 
	voice TEXT, 
	calm_from TEXT, 
	calm_until TEXT, 
	changed_by TEXT NOT NULL, 
	changed_at INTEGER NOT NULL, 
	CONSTRAINT preference_pk PRIMARY KEY (target)
)
 STRICT

;
CREATE TABLE project (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	network INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	topic TEXT, 
	duty TEXT NOT NULL, 
	created_by TEXT NOT NULL, 
	created_at INTEGER NOT NULL, 
	CONSTRAINT project_network_refers FOREIGN KEY(network) REFERENCES network (number)
)
 STRICT

;
CREATE TABLE project_update (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	project INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	text TEXT NOT NULL, 
	author TEXT NOT NULL, 
	created_at INTEGER NOT NULL, 
	CONSTRAINT project_update_project_refers FOREIGN KEY(project) REFERENCES project (number)
)
 STRICT

;
CREATE TABLE question (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	"key" TEXT NOT NULL, 
	target TEXT NOT NULL, 
	cause TEXT NOT NULL, 
	asker TEXT NOT NULL, 
	people TEXT NOT NULL, 
	role TEXT, 
	but TEXT, 
	choices TEXT NOT NULL, 
	filling TEXT, 
	rights INTEGER NOT NULL, 
	today TEXT NOT NULL, 
	language TEXT NOT NULL, 
	thread TEXT, 
	plain TEXT NOT NULL, 
	html TEXT NOT NULL, 
	heard_until INTEGER, 
	until INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	chosen TEXT, 
	answered_by TEXT, 
	created_at INTEGER NOT NULL, 
	changed_at INTEGER NOT NULL, 
	CONSTRAINT question_key_once UNIQUE ("key")
)
 STRICT

;
CREATE TABLE request (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	network INTEGER NOT NULL, 
	asker TEXT NOT NULL, 
	sentence TEXT NOT NULL, 
	state TEXT NOT NULL, 
	answer TEXT DEFAULT ('') NOT NULL, 
	answered_by TEXT, 
	created_at INTEGER NOT NULL, 
	changed_at INTEGER NOT NULL, 
	CONSTRAINT request_network_refers FOREIGN KEY(network) REFERENCES network (number)
)
 STRICT

;
CREATE TABLE role_grant (
	user_id TEXT NOT NULL, 
	role TEXT NOT NULL, 
	network INTEGER DEFAULT 0 NOT NULL, 
	granted_by TEXT NOT NULL, 
	granted_at INTEGER NOT NULL, 
	CONSTRAINT role_grant_pk PRIMARY KEY (user_id, role, network)
)
 STRICT

;
CREATE TABLE room (
	room_id TEXT NOT NULL, 
	name TEXT DEFAULT ('') NOT NULL, 
	joined INTEGER NOT NULL, 
	joined_at INTEGER, 
	encrypted INTEGER DEFAULT 0 NOT NULL, 
	direct_with TEXT, 
	purpose TEXT, 
	language TEXT, 
	greeted INTEGER DEFAULT 0 NOT NULL, 
	successor TEXT, 
	CONSTRAINT room_pk PRIMARY KEY (room_id)
)
 STRICT

;
CREATE TABLE room_choice (
	room_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	wanted INTEGER NOT NULL, 
	changed_by TEXT NOT NULL, 
	CONSTRAINT room_choice_pk PRIMARY KEY (room_id, kind)
)
 STRICT

;
CREATE INDEX inbox_by_target ON inbox (target);
CREATE INDEX inbox_open ON inbox (seq) WHERE state = 'new';
CREATE INDEX occurrence_by_announcement ON occurrence (announcement);
CREATE INDEX occurrence_by_meeting ON occurrence (meeting);
CREATE INDEX occurrence_open ON occurrence (due_utc) WHERE state = 'planned';
CREATE INDEX outbox_by_cause ON outbox (cause);
CREATE INDEX outbox_by_event ON outbox (event_id);
CREATE INDEX outbox_open ON outbox (seq) WHERE state IN ('new', 'sending');
CREATE INDEX room_direct_with ON room (direct_with);
CREATE INDEX request_by_asker ON request (asker);
CREATE INDEX project_update_by_project ON project_update (project);
CREATE INDEX act_by_person ON act (user_id, done_at);
CREATE INDEX question_by_cause ON question (cause);
CREATE INDEX question_open ON question (until) WHERE state IN ('open', 'parked');
COMMIT;
