-- What proves the ledger against banks: statements and their lines, breaks, business days, settlements of accounts.
-- Days are days since 1970 in the channel's zone.

ALTER TABLE instructions
    ADD COLUMN proven            boolean NOT NULL DEFAULT false,
    ADD COLUMN return_proven     boolean NOT NULL DEFAULT false,
    ADD COLUMN settled_sequence  bigint NOT NULL DEFAULT 0,
    ADD COLUMN returned_sequence bigint NOT NULL DEFAULT 0;
CREATE INDEX instructions_by_settled ON instructions (settled_sequence) WHERE settled_sequence <> 0;
CREATE INDEX instructions_by_returned ON instructions (returned_sequence) WHERE returned_sequence <> 0;

CREATE TABLE statements (
    id                bigint PRIMARY KEY,
    channel           smallint NOT NULL,
    format            text NOT NULL,
    status            text NOT NULL,
    lines             bigint NOT NULL,
    matched           bigint NOT NULL,
    breaks            bigint NOT NULL,
    duplicates        bigint NOT NULL,
    quarantined       bigint NOT NULL,
    created_at_ms     bigint NOT NULL,
    text_sequence     bigint NOT NULL,
    findings_sequence bigint NOT NULL,
    last_sequence     bigint NOT NULL,
    text              text,
    findings          text
) WITH (fillfactor = 70);
CREATE INDEX statements_by_time ON statements (created_at_ms, id);

-- Every line that was posted; sequence and ordinal are those of its event.
CREATE TABLE statement_lines (
    sequence      bigint NOT NULL,
    ordinal       integer NOT NULL,
    statement     bigint NOT NULL,
    line          bigint NOT NULL,
    side          text NOT NULL,
    movement      text NOT NULL,
    instruction   bigint NOT NULL,
    payment       bigint NOT NULL,
    break_id      bigint NOT NULL,
    gross         bigint NOT NULL,
    fee           bigint NOT NULL,
    cash          bigint NOT NULL,
    currency      text NOT NULL,
    channel       smallint NOT NULL,
    statement_day integer NOT NULL,
    posting_day   integer NOT NULL,
    text          text,
    PRIMARY KEY (sequence, ordinal)
);
CREATE INDEX statement_lines_by_statement ON statement_lines (statement, line);
CREATE INDEX statement_lines_by_statement_day ON statement_lines (statement_day, channel, currency);
CREATE INDEX statement_lines_by_posting_day ON statement_lines (posting_day, channel, currency);

-- The days that statements cover; the newest statement of a day counts.
CREATE TABLE statement_days (
    channel   smallint NOT NULL,
    currency  text NOT NULL,
    day       integer NOT NULL,
    opening   bigint NOT NULL,
    closing   bigint NOT NULL,
    complete  boolean NOT NULL,
    statement bigint NOT NULL,
    PRIMARY KEY (day, channel, currency)
);

CREATE TABLE breaks (
    id             bigint PRIMARY KEY,
    type           text NOT NULL,
    direction      text NOT NULL,
    status         text NOT NULL,
    channel        smallint NOT NULL,
    currency       text NOT NULL,
    amount         bigint NOT NULL,
    payment        bigint NOT NULL,
    instruction    bigint NOT NULL,
    statement      bigint NOT NULL,
    line           bigint NOT NULL,
    resolution     text NOT NULL,
    created_at_ms  bigint NOT NULL,
    resolved_at_ms bigint NOT NULL,
    resolved_in    bigint NOT NULL,
    last_sequence  bigint NOT NULL
) WITH (fillfactor = 80);
CREATE INDEX breaks_open ON breaks (status, id) WHERE status = 'open';
CREATE INDEX breaks_by_payment ON breaks (payment, id) WHERE payment <> 0;
CREATE INDEX breaks_by_time ON breaks (created_at_ms, id);

-- A day that is cut, and what was ever posted by kind of account up to its cut.
CREATE TABLE days (
    day          integer PRIMARY KEY,
    cut_sequence bigint NOT NULL,
    cut_at_ms    bigint NOT NULL
);
CREATE TABLE day_totals (
    day      integer NOT NULL,
    currency text NOT NULL,
    kind     text NOT NULL,
    debits   bigint NOT NULL,
    credits  bigint NOT NULL,
    PRIMARY KEY (day, currency, kind)
);

-- One account and day; its entries are those above from_sequence up to through_sequence.
CREATE TABLE settlements (
    id               bigint PRIMARY KEY,
    account          bigint NOT NULL,
    platform         bigint NOT NULL,
    day              integer NOT NULL,
    from_sequence    bigint NOT NULL,
    through_sequence bigint NOT NULL,
    created_at_ms    bigint NOT NULL,
    last_sequence    bigint NOT NULL
);
CREATE INDEX settlements_by_day ON settlements (day, id);
CREATE INDEX settlements_by_account ON settlements (account, id);
CREATE INDEX settlements_by_platform ON settlements (platform, id);
