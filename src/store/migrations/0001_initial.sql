-- The whole model. Instants are whole seconds since 1970 in UTC; NULL in a `…_at` column means: not (yet).
-- "living or departed": the id of a user who may be gone; then `departed` still has the name. Ids are never given twice.

CREATE TABLE settings (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE users (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    kind       INTEGER NOT NULL CHECK (kind IN (1, 2, 3)),          -- 1 human, 2 bot user, 3 the Ghost User
    username   TEXT    NOT NULL CHECK (length(username) BETWEEN 1 AND 255),
    name       TEXT    NOT NULL,
    admin      INTEGER NOT NULL DEFAULT 0 CHECK (admin IN (0, 1)),
    blocked_at INTEGER,
    created_at INTEGER NOT NULL,
    created_by INTEGER,                                             -- living or departed; NULL: the store's first
    CHECK (kind = 1 OR admin = 0)
) STRICT;
CREATE UNIQUE INDEX users_username ON users (lower(username));
CREATE UNIQUE INDEX users_ghost ON users (kind) WHERE kind = 3;

-- The names of what is gone, so that dead tokens and old events can still be read.
CREATE TABLE departed (
    what    TEXT    NOT NULL CHECK (what IN ('user', 'group', 'project', 'app')),
    id      INTEGER NOT NULL,
    name    TEXT    NOT NULL,                                       -- the username or the path
    bot     INTEGER NOT NULL DEFAULT 0 CHECK (bot IN (0, 1)),
    gone_at INTEGER NOT NULL,
    PRIMARY KEY (what, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE groups (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    parent_id  INTEGER REFERENCES groups (id),                      -- NULL: at the top
    path       TEXT    NOT NULL,                                    -- with its parents': `grp/sub`
    created_at INTEGER NOT NULL,
    created_by INTEGER NOT NULL                                     -- living or departed
) STRICT;
CREATE UNIQUE INDEX groups_path ON groups (lower(path));
CREATE INDEX groups_parent ON groups (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE projects (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    group_id   INTEGER REFERENCES groups (id),                      -- one of the two says where it lies
    owner_id   INTEGER REFERENCES users (id),
    path       TEXT    NOT NULL,
    visibility INTEGER NOT NULL CHECK (visibility IN (0, 10, 20)),  -- private, internal, public
    created_at INTEGER NOT NULL,
    created_by INTEGER NOT NULL,                                    -- living or departed
    CHECK ((group_id IS NULL) <> (owner_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX projects_path ON projects (lower(path));
CREATE INDEX projects_group ON projects (group_id) WHERE group_id IS NOT NULL;
CREATE INDEX projects_owner ON projects (owner_id) WHERE owner_id IS NOT NULL;

CREATE TABLE members (
    user_id    INTEGER NOT NULL REFERENCES users (id),
    group_id   INTEGER REFERENCES groups (id),                      -- one of the two
    project_id INTEGER REFERENCES projects (id),
    role       INTEGER NOT NULL CHECK (role IN (10, 20, 30, 40, 50)),
    created_at INTEGER NOT NULL,
    created_by INTEGER NOT NULL,                                    -- living or departed
    CHECK ((group_id IS NULL) <> (project_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX members_group ON members (group_id, user_id) WHERE group_id IS NOT NULL;
CREATE UNIQUE INDEX members_project ON members (project_id, user_id) WHERE project_id IS NOT NULL;
CREATE INDEX members_user ON members (user_id);

CREATE TABLE apps (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT    NOT NULL,
    scopes     INTEGER NOT NULL,
    owner_id   INTEGER NOT NULL REFERENCES users (id),
    created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX apps_name ON apps (lower(name));

CREATE TABLE runners (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    group_id        INTEGER,                                        -- (there or deleted) neither: the whole instance
    project_id      INTEGER,                                        -- there or deleted
    description     TEXT    NOT NULL,
    tags            TEXT    NOT NULL DEFAULT '',                    -- parted by commas
    run_untagged    INTEGER NOT NULL DEFAULT 1 CHECK (run_untagged IN (0, 1)),
    locked          INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
    protected       INTEGER NOT NULL DEFAULT 0 CHECK (protected IN (0, 1)),
    maximum_timeout INTEGER CHECK (maximum_timeout >= 600),         -- seconds
    paused_at       INTEGER,
    contacted_at    INTEGER,
    system_id       TEXT,                                           -- the first that showed the runner's secret
    registered_by   INTEGER,                                        -- the registration token; NULL: made by an admin
    removed_at      INTEGER,
    created_at      INTEGER NOT NULL,
    CHECK (group_id IS NULL OR project_id IS NULL)
) STRICT;

CREATE TABLE jobs (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL,                                    -- there or deleted
    user_id    INTEGER NOT NULL,                                    -- living or departed
    runner_id  INTEGER REFERENCES runners (id),                     -- NULL: started by an operator
    started_at INTEGER NOT NULL,
    ended_at   INTEGER,
    outcome    TEXT,
    CHECK ((ended_at IS NULL) = (outcome IS NULL))
) STRICT;
CREATE INDEX jobs_running ON jobs (project_id) WHERE ended_at IS NULL;
CREATE INDEX jobs_runner ON jobs (runner_id) WHERE runner_id IS NOT NULL AND ended_at IS NULL;

CREATE TABLE tokens (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    kind            INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 255),-- a number of `domain/kind.rs`, which alone knows them
    name            TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    digest          BLOB    NOT NULL CHECK (length(digest) = 32),   -- SHA-256 of the secret; a deploy key's: of its public half
    scopes          INTEGER NOT NULL CHECK (scopes BETWEEN 0 AND 65535),-- bits of `domain/scope.rs`
    project_id      INTEGER,                                        -- the boundary: one project (there or deleted),
    group_id        INTEGER,                                        -- one group (there or deleted), or neither
    user_id         INTEGER,                                        -- the holder, living or departed, where the kind acts as a user
    username        TEXT,                                           -- a deploy token's; NULL: `gitlab+deploy-token-<id>`
    note            TEXT,
    created_at      INTEGER NOT NULL,
    created_by      INTEGER NOT NULL,                               -- living or departed
    expires_at      INTEGER,                                        -- NULL: never
    suspended_at    INTEGER,
    suspended_until INTEGER,                                        -- NULL: until resumed
    revoked_at      INTEGER,
    revoked_by      INTEGER,                                        -- living or departed
    revoked_why     TEXT,
    predecessor_id  INTEGER REFERENCES tokens (id),                 -- the token that this one took the place of
    rotated_at      INTEGER,                                        -- when another took the place of this one
    app_id          INTEGER,                                        -- of an OAuth token
    runner_id       INTEGER,                                        -- of a runner's token
    job_id          INTEGER,                                        -- of a job's token
    used_at         INTEGER,                                        -- the last use that was noted, best effort
    used_from       TEXT,                                           -- where that came from: an address or a machine's name
    uses            INTEGER NOT NULL DEFAULT 0,                     -- how many were noted; a registration token's: of all
    used_access     INTEGER NOT NULL DEFAULT 0 CHECK (used_access BETWEEN 0 AND 65535),-- bits of `domain/access.rs`
    used_project    INTEGER,                                        -- where all uses noted were (there or deleted); 0: not in one alone
    use_limit       INTEGER CHECK (use_limit > 0),                  -- of a registration token; NULL: none
    alarms          INTEGER NOT NULL DEFAULT 0,                     -- how many rows of `alarms` are about it, for listings
    CHECK (project_id IS NULL OR group_id IS NULL),
    CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
) STRICT;
CREATE UNIQUE INDEX tokens_digest ON tokens (digest);
CREATE UNIQUE INDEX tokens_predecessor ON tokens (predecessor_id) WHERE predecessor_id IS NOT NULL;
CREATE INDEX tokens_project ON tokens (project_id, kind, name) WHERE project_id IS NOT NULL AND revoked_at IS NULL;
CREATE INDEX tokens_group ON tokens (group_id, kind, name) WHERE group_id IS NOT NULL AND revoked_at IS NULL;
CREATE INDEX tokens_user ON tokens (user_id, kind, name) WHERE user_id IS NOT NULL AND revoked_at IS NULL;
CREATE INDEX tokens_instance ON tokens (kind, name)
    WHERE project_id IS NULL AND group_id IS NULL AND user_id IS NULL AND revoked_at IS NULL;
CREATE INDEX tokens_app ON tokens (app_id) WHERE app_id IS NOT NULL AND revoked_at IS NULL;
CREATE INDEX tokens_runner ON tokens (runner_id) WHERE runner_id IS NOT NULL;
CREATE INDEX tokens_job ON tokens (job_id) WHERE job_id IS NOT NULL;
CREATE INDEX tokens_end ON tokens (expires_at) WHERE expires_at IS NOT NULL AND revoked_at IS NULL;

-- Further secrets of one token: an OAuth refresh secret, the password that a job gets of a `gitlab-deploy-token`.
CREATE TABLE secrets (
    digest     BLOB    NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    token_id   INTEGER NOT NULL REFERENCES tokens (id),
    job_id     INTEGER REFERENCES jobs (id),                        -- NULL: a refresh secret
    created_at INTEGER NOT NULL,
    spent_at   INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX secrets_token ON secrets (token_id);
CREATE UNIQUE INDEX secrets_job ON secrets (job_id) WHERE job_id IS NOT NULL;

-- What is kept of a deploy key's public half, whose digest is in `tokens`.
CREATE TABLE deploy_keys (
    token_id  INTEGER PRIMARY KEY REFERENCES tokens (id),
    algorithm TEXT    NOT NULL,                                     -- as OpenSSH names it: `ssh-ed25519`
    bits      INTEGER NOT NULL
) STRICT;

-- What was seen of known tokens and should not have been, counted. `tokens.alarms` counts the rows but for denials.
CREATE TABLE alarms (
    token_id INTEGER NOT NULL REFERENCES tokens (id),
    what     TEXT    NOT NULL,                                      -- `clone`, `rotated_out`, `refresh_reuse`; `denied`,
    detail   TEXT    NOT NULL,                                      -- which is no alarm, with the reason as its detail
    first_at INTEGER NOT NULL,
    last_at  INTEGER NOT NULL,
    times    INTEGER NOT NULL,
    PRIMARY KEY (token_id, what, detail)
) STRICT, WITHOUT ROWID;

CREATE TABLE deploy_key_projects (
    token_id   INTEGER NOT NULL REFERENCES tokens (id),
    project_id INTEGER NOT NULL REFERENCES projects (id),
    can_push   INTEGER NOT NULL DEFAULT 0 CHECK (can_push IN (0, 1)),
    PRIMARY KEY (token_id, project_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX deploy_key_projects_project ON deploy_key_projects (project_id);

CREATE TABLE records (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    kind             INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 7),
    project_id       INTEGER REFERENCES projects (id),              -- NULL: a personal snippet
    reference        TEXT    NOT NULL,
    title            TEXT    NOT NULL,
    author_id        INTEGER NOT NULL REFERENCES users (id),
    editor_id        INTEGER REFERENCES users (id),
    assignee_id      INTEGER REFERENCES users (id),
    former_author_id INTEGER,                                       -- departed: who wrote what is the Ghost User's now
    created_at       INTEGER NOT NULL
) STRICT;
CREATE INDEX records_author ON records (author_id);
CREATE INDEX records_editor ON records (editor_id) WHERE editor_id IS NOT NULL;
CREATE INDEX records_assignee ON records (assignee_id) WHERE assignee_id IS NOT NULL;

-- The trail. `hash` is SHA-256 over the canonical encoding of the row and of the hash before it.
CREATE TABLE events (
    sequence   INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    action     TEXT    NOT NULL,
    actor_id   INTEGER NOT NULL,                                    -- living or departed; 0: no user of the store
    actor      TEXT    NOT NULL,                                    -- the username then
    operator   TEXT,                                                -- the admin who acted as them
    uid        INTEGER NOT NULL,
    host       TEXT    NOT NULL,
    command    TEXT    NOT NULL,
    object     TEXT    NOT NULL,                                    -- what sort of thing
    object_id  INTEGER,
    name       TEXT    NOT NULL,                                    -- its name then
    project_id INTEGER,
    group_id   INTEGER,
    before     TEXT,                                                -- JSON: what changed, as it was
    after      TEXT,                                                -- JSON: what changed, as it is since
    reason     TEXT,
    hash       BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;
