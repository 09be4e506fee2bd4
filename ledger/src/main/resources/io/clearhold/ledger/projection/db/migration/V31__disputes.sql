ALTER TABLE payments
    ADD COLUMN amount_frozen bigint NOT NULL DEFAULT 0,
    ADD COLUMN dispute       bigint NOT NULL DEFAULT 0;

-- Each step of a dispute has the sequence and time of its frame, and the text that its command brought.
CREATE TABLE disputes (
    id                 bigint PRIMARY KEY,
    payment            bigint NOT NULL,
    platform           bigint NOT NULL,
    payee              bigint NOT NULL,
    payer              bigint NOT NULL,
    status             text NOT NULL,
    currency           text NOT NULL,
    amount             bigint NOT NULL,
    amount_frozen      bigint NOT NULL,
    buyer_amount       bigint NOT NULL,
    seller_amount      bigint NOT NULL,
    refund             bigint NOT NULL,
    respond_by_ms      bigint NOT NULL,
    rejected_sequence  bigint NOT NULL,
    rejected_at_ms     bigint NOT NULL,
    agreed_sequence    bigint NOT NULL,
    agreed_at_ms       bigint NOT NULL,
    returned_sequence  bigint NOT NULL,
    returned_at_ms     bigint NOT NULL,
    escalated_sequence bigint NOT NULL,
    escalated_at_ms    bigint NOT NULL,
    escalated_by       text NOT NULL,
    ended_sequence     bigint NOT NULL,
    ended_at_ms        bigint NOT NULL,
    ended_by           text NOT NULL,
    created_at_ms      bigint NOT NULL,
    text_sequence      bigint NOT NULL,
    last_sequence      bigint NOT NULL,
    text               text,
    rejected           text,
    agreed             text,
    returned           text,
    escalated          text,
    ended              text
) WITH (fillfactor = 80);
CREATE INDEX disputes_by_payment ON disputes (payment, id);
CREATE INDEX disputes_by_platform ON disputes (platform, id);
CREATE INDEX disputes_by_payee ON disputes (payee, id);
CREATE INDEX disputes_by_payer ON disputes (payer, id) WHERE payer <> 0;
CREATE INDEX disputes_by_time ON disputes (created_at_ms, id);
CREATE INDEX disputes_open ON disputes (status, id)
    WHERE status IN ('open', 'rejected', 'return_agreed', 'return_shipped', 'escalated');

-- The text of a piece that came with the dispute is the dispute's own.
CREATE TABLE dispute_evidence (
    dispute       bigint NOT NULL,
    place         bigint NOT NULL,
    by            text NOT NULL,
    sequence      bigint NOT NULL,
    created_at_ms bigint NOT NULL,
    text          text,
    PRIMARY KEY (dispute, place)
);
