-- Money that payers' banks took back. text is the bank's word, evidence the payee's answer.
CREATE TABLE chargebacks (
    id                bigint PRIMARY KEY,
    payment           bigint NOT NULL,
    platform          bigint NOT NULL,
    payee             bigint NOT NULL,
    payer             bigint NOT NULL,
    status            text NOT NULL,
    amount            bigint NOT NULL,
    cost              bigint NOT NULL,
    currency          text NOT NULL,
    channel           smallint NOT NULL,
    instruction       bigint NOT NULL,
    respond_by_ms     bigint NOT NULL,
    created_at_ms     bigint NOT NULL,
    text_sequence     bigint NOT NULL,
    evidence_sequence bigint NOT NULL,
    last_sequence     bigint NOT NULL,
    text              text,
    evidence          text
) WITH (fillfactor = 80);
CREATE INDEX chargebacks_by_payment ON chargebacks (payment, id);
CREATE INDEX chargebacks_by_platform ON chargebacks (platform, id);
CREATE INDEX chargebacks_by_payee ON chargebacks (payee, id);
CREATE INDEX chargebacks_by_payer ON chargebacks (payer, id) WHERE payer <> 0;
CREATE INDEX chargebacks_by_time ON chargebacks (created_at_ms, id);
CREATE INDEX chargebacks_open ON chargebacks (status, id) WHERE status IN ('opened', 'evidence');
