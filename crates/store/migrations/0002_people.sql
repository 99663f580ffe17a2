-- Who may sign in, who is signed in, and what the server remembers about itself. Nothing here is offered by the
-- Web API. Moments are whole seconds since 1970, yes and no 1 and 0.

-- A contact that may sign in. E-mail addresses are kept in lower case, so that one address is one user.
CREATE TABLE portal_user (
    contactid TEXT NOT NULL PRIMARY KEY REFERENCES contact DEFERRABLE INITIALLY DEFERRED,
    email TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    role TEXT NOT NULL,
    disabled SMALLINT NOT NULL,
    -- Its password is known to everybody: the server is then not to be reached from other machines.
    demonstration SMALLINT NOT NULL,
    created BIGINT NOT NULL
);

CREATE UNIQUE INDEX portal_user_email ON portal_user (email);

-- A signed-in browser. Of its token only the SHA-256 is kept: who reads the database cannot become somebody.
CREATE TABLE portal_session (
    token_hash TEXT NOT NULL PRIMARY KEY,
    contactid TEXT NOT NULL REFERENCES portal_user ON DELETE CASCADE,
    created BIGINT NOT NULL,
    last_seen BIGINT NOT NULL,
    expires BIGINT NOT NULL
);

CREATE INDEX portal_session_of_user ON portal_session (contactid);
CREATE INDEX portal_session_expiry ON portal_session (expires);

-- The orders that the stand-in for the ERP has numbered, how far they are, and when they go on.
CREATE TABLE erp_order (
    salesorderid TEXT NOT NULL PRIMARY KEY REFERENCES salesorder ON DELETE CASCADE,
    stage SMALLINT NOT NULL,
    due BIGINT
);

CREATE INDEX erp_order_due ON erp_order (due);

-- Single facts by name.
CREATE TABLE portal_meta (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
