-- The view of the journal. Everything here can be emptied and filled again from the journal, which alone is the truth.
-- Ids are the 64 bits of an object's id: shard, sequence of the frame that made it, ordinal. So the order of ids is the
-- order in which objects were made, and an index that ends in id serves a list, newest first. Amounts are minor units,
-- times are milliseconds of logged time since 1970, 0 stands for none.

CREATE TABLE projection_position (
    only_row     boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    sequence     bigint NOT NULL,
    journal_high bigint NOT NULL,
    journal_low  bigint NOT NULL
);
INSERT INTO projection_position (sequence, journal_high, journal_low) VALUES (0, 0, 0);

CREATE TABLE payments (
    id                         bigint PRIMARY KEY,
    platform                   bigint NOT NULL,
    creator_role               text NOT NULL,
    creator                    bigint NOT NULL,
    payee                      bigint NOT NULL,
    payer                      bigint NOT NULL,
    status                     text NOT NULL,
    mode                       text NOT NULL,
    currency                   text NOT NULL,
    amount                     bigint NOT NULL,
    amount_collected           bigint NOT NULL,
    amount_held                bigint NOT NULL,
    amount_released            bigint NOT NULL,
    amount_refunded            bigint NOT NULL,
    amount_charged_back        bigint NOT NULL,
    fee_kind                   text NOT NULL,
    fee_value                  bigint NOT NULL,
    fee_min                    bigint NOT NULL,
    fee_max                    bigint NOT NULL,
    fee_fixed                  bigint NOT NULL,
    fee_taken                  bigint NOT NULL,
    pay_by_ms                  bigint NOT NULL,
    ship_by_ms                 bigint NOT NULL,
    ship_by_passed             boolean NOT NULL,
    auto_refund                boolean NOT NULL,
    auto_confirm_after_seconds bigint NOT NULL,
    auto_confirm_at_ms         bigint NOT NULL,
    extended_seconds           bigint NOT NULL,
    attempt                    integer NOT NULL,
    instruction                bigint NOT NULL,
    channel                    smallint NOT NULL,
    wallet                     bigint NOT NULL,
    closing                    text NOT NULL,
    last_error                 text NOT NULL,
    created_at_ms              bigint NOT NULL,
    shipped_at_ms              bigint NOT NULL,
    text_sequence              bigint NOT NULL,
    shipment_sequence          bigint NOT NULL,
    last_sequence              bigint NOT NULL,
    reference                  text,
    text                       text,
    shipment                   text
) WITH (fillfactor = 80);
CREATE INDEX payments_by_platform ON payments (platform, id);
CREATE INDEX payments_by_payee ON payments (payee, id);
CREATE INDEX payments_by_payer ON payments (payer, id) WHERE payer <> 0;
CREATE INDEX payments_by_reference ON payments (reference);
CREATE INDEX payments_by_time ON payments (created_at_ms, id);
-- What is open is what is asked for by status; what has ended is found by its owner.
CREATE INDEX payments_open ON payments (status, id) WHERE status IN ('created', 'pending', 'held', 'shipped');

CREATE TABLE splits (
    payment bigint NOT NULL,
    place   bigint NOT NULL,
    account bigint NOT NULL,
    kind    text NOT NULL,
    value   bigint NOT NULL,
    fixed   bigint NOT NULL,
    taken   bigint NOT NULL,
    PRIMARY KEY (payment, place)
) WITH (fillfactor = 80);

CREATE TABLE refunds (
    id            bigint PRIMARY KEY,
    payment       bigint NOT NULL,
    platform      bigint NOT NULL,
    payee         bigint NOT NULL,
    payer         bigint NOT NULL,
    status        text NOT NULL,
    amount        bigint NOT NULL,
    currency      text NOT NULL,
    channel       smallint NOT NULL,
    wallet        bigint NOT NULL,
    cause         text NOT NULL,
    failure       text NOT NULL,
    created_at_ms bigint NOT NULL,
    text_sequence bigint NOT NULL,
    last_sequence bigint NOT NULL,
    text          text
) WITH (fillfactor = 80);
CREATE INDEX refunds_by_payment ON refunds (payment, id);
CREATE INDEX refunds_by_platform ON refunds (platform, id);
CREATE INDEX refunds_by_payee ON refunds (payee, id);
CREATE INDEX refunds_by_payer ON refunds (payer, id) WHERE payer <> 0;
CREATE INDEX refunds_by_time ON refunds (created_at_ms, id);

CREATE TABLE payouts (
    id              bigint PRIMARY KEY,
    platform        bigint NOT NULL,
    account         bigint NOT NULL,
    status          text NOT NULL,
    amount          bigint NOT NULL,
    currency        text NOT NULL,
    channel         smallint NOT NULL,
    instruction     bigint NOT NULL,
    has_destination boolean NOT NULL,
    failure         text NOT NULL,
    created_at_ms   bigint NOT NULL,
    text_sequence   bigint NOT NULL,
    last_sequence   bigint NOT NULL,
    text            text
) WITH (fillfactor = 80);
CREATE INDEX payouts_by_platform ON payouts (platform, id);
CREATE INDEX payouts_by_account ON payouts (account, id);
CREATE INDEX payouts_by_time ON payouts (created_at_ms, id);

CREATE TABLE accounts (
    id               bigint PRIMARY KEY,
    platform         bigint NOT NULL,
    type             text NOT NULL,
    status           text NOT NULL,
    has_bank_account boolean NOT NULL,
    fee_kind         text NOT NULL,
    fee_value        bigint NOT NULL,
    fee_min          bigint NOT NULL,
    fee_max          bigint NOT NULL,
    reserve_bps      integer NOT NULL,
    reserve_days     integer NOT NULL,
    created_at_ms    bigint NOT NULL,
    text_sequence    bigint NOT NULL,
    last_sequence    bigint NOT NULL,
    reference        text,
    name             text,
    text             text
) WITH (fillfactor = 80);
CREATE INDEX accounts_by_platform ON accounts (platform, id);
CREATE INDEX accounts_by_reference ON accounts (reference);
CREATE INDEX accounts_by_time ON accounts (created_at_ms, id);

-- Secrets are derived from id and generation with a key that is not here.
CREATE TABLE keys (
    id            bigint PRIMARY KEY,
    role          text NOT NULL,
    platform      bigint NOT NULL,
    account       bigint NOT NULL,
    generation    integer NOT NULL,
    revoked       boolean NOT NULL,
    created_at_ms bigint NOT NULL,
    text_sequence bigint NOT NULL,
    last_sequence bigint NOT NULL,
    text          text
);
CREATE INDEX keys_by_platform ON keys (platform, id);
CREATE INDEX keys_by_account ON keys (account, id);

CREATE TABLE instructions (
    id             bigint PRIMARY KEY,
    kind           text NOT NULL,
    status         text NOT NULL,
    subject        bigint NOT NULL,
    payment        bigint NOT NULL,
    channel        smallint NOT NULL,
    amount         bigint NOT NULL,
    currency       text NOT NULL,
    closing        boolean NOT NULL,
    rung           smallint NOT NULL,
    claimed_at_ms  bigint NOT NULL,
    next_action_ms bigint NOT NULL,
    evidence       text NOT NULL,
    failure        text NOT NULL,
    settled_amount bigint NOT NULL,
    created_at_ms  bigint NOT NULL,
    text_sequence  bigint NOT NULL,
    last_sequence  bigint NOT NULL,
    text           text
) WITH (fillfactor = 70);
CREATE INDEX instructions_by_subject ON instructions (subject);

-- Positive on the normal side of the kind. What one payment holds is payments.amount_held; their sum is here under owner 0.
CREATE TABLE balances (
    kind     text NOT NULL,
    owner    bigint NOT NULL,
    currency text NOT NULL,
    balance  bigint NOT NULL,
    PRIMARY KEY (kind, owner, currency)
) WITH (fillfactor = 50);
CREATE INDEX balances_by_owner ON balances (owner);

-- Every event. "listed" are those that the event list shows; the rest are steps of the server itself.
CREATE TABLE events (
    sequence bigint NOT NULL,
    ordinal  integer NOT NULL,
    type     text NOT NULL,
    listed   boolean NOT NULL,
    at_ms    bigint NOT NULL,
    platform bigint NOT NULL,
    account  bigint NOT NULL,
    payer    bigint NOT NULL,
    payment  bigint NOT NULL,
    subject  bigint NOT NULL,
    facts    json NOT NULL,
    postings json,
    PRIMARY KEY (sequence, ordinal)
);
CREATE INDEX events_by_payment ON events (payment, sequence, ordinal) WHERE payment <> 0;
CREATE INDEX events_by_platform ON events (platform, sequence, ordinal) WHERE listed;
CREATE INDEX events_by_account ON events (account, sequence, ordinal) WHERE listed;
CREATE INDEX events_by_payer ON events (payer, sequence, ordinal) WHERE listed AND payer <> 0;
CREATE INDEX events_by_type ON events (type, sequence, ordinal) WHERE listed;

-- What moved an account's own balances (available, reserve, debt); amount is signed on the normal side of the kind.
CREATE TABLE entries (
    sequence bigint NOT NULL,
    ordinal  integer NOT NULL,
    place    integer NOT NULL,
    account  bigint NOT NULL,
    kind     text NOT NULL,
    currency text NOT NULL,
    amount   bigint NOT NULL,
    type     text NOT NULL,
    payment  bigint NOT NULL,
    at_ms    bigint NOT NULL,
    PRIMARY KEY (sequence, ordinal, place)
);
CREATE INDEX entries_by_account ON entries (account, sequence, ordinal, place);
