-- What was sent, and what is to be. Losing these tables repeats deliveries with the same ids.

-- The last sequence whose events have become deliveries.
CREATE TABLE position (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    sequence bigint NOT NULL
);
INSERT INTO position (sequence) VALUES (0);

-- pending: to be sent at next_attempt_ms. blocked: an earlier event of the same object is not at its end.
CREATE TABLE deliveries (
    endpoint        bigint NOT NULL,
    sequence        bigint NOT NULL,
    ordinal         integer NOT NULL,
    object          bigint NOT NULL,
    type            text NOT NULL,
    body            text NOT NULL,
    state           text NOT NULL CHECK (state IN ('pending', 'blocked', 'succeeded', 'failed', 'canceled')),
    tries           integer NOT NULL DEFAULT 0,
    attempts        integer NOT NULL DEFAULT 0,
    next_attempt_ms bigint NOT NULL,
    created_at_ms   bigint NOT NULL,
    finished_at_ms  bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (endpoint, sequence, ordinal)
) WITH (fillfactor = 70);
CREATE INDEX deliveries_pending ON deliveries (endpoint, next_attempt_ms, sequence, ordinal) WHERE state = 'pending';
CREATE INDEX deliveries_due ON deliveries (next_attempt_ms) WHERE state = 'pending';
CREATE INDEX deliveries_head ON deliveries (endpoint, object) WHERE state = 'pending';
CREATE INDEX deliveries_open ON deliveries (endpoint, object, sequence, ordinal) WHERE state IN ('pending', 'blocked');
CREATE INDEX deliveries_finished ON deliveries (finished_at_ms) WHERE finished_at_ms <> 0;

-- status 0: there was no answer, error says why.
CREATE TABLE attempts (
    endpoint    bigint NOT NULL,
    sequence    bigint NOT NULL,
    ordinal     integer NOT NULL,
    number      integer NOT NULL,
    at_ms       bigint NOT NULL,
    duration_ms bigint NOT NULL,
    status      integer NOT NULL,
    error       text NOT NULL,
    PRIMARY KEY (endpoint, sequence, ordinal, number),
    FOREIGN KEY (endpoint, sequence, ordinal) REFERENCES deliveries ON DELETE CASCADE
);

-- Endpoints whose last delivery that came to an end was given up.
CREATE TABLE failing_endpoints (
    endpoint bigint PRIMARY KEY,
    since_ms bigint NOT NULL
);

-- Replays that are not all through yet.
CREATE TABLE replays (
    sequence      bigint NOT NULL,
    ordinal       integer NOT NULL,
    endpoint      bigint NOT NULL,
    done_sequence bigint NOT NULL,
    to_sequence   bigint NOT NULL,
    PRIMARY KEY (sequence, ordinal)
);
