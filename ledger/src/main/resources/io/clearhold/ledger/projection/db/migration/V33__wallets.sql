-- Transfers between accounts, and what channels collected for an account's own balance.

CREATE TABLE transfers (
    id            bigint PRIMARY KEY,
    platform      bigint NOT NULL,
    sender        bigint NOT NULL,
    recipient     bigint NOT NULL,
    amount        bigint NOT NULL,
    currency      text NOT NULL,
    created_at_ms bigint NOT NULL,
    last_sequence bigint NOT NULL,
    text          text
);
CREATE INDEX transfers_by_platform ON transfers (platform, id);
CREATE INDEX transfers_by_sender ON transfers (sender, id);
CREATE INDEX transfers_by_recipient ON transfers (recipient, id);
CREATE INDEX transfers_by_time ON transfers (created_at_ms, id);

CREATE TABLE topups (
    id            bigint PRIMARY KEY,
    platform      bigint NOT NULL,
    account       bigint NOT NULL,
    status        text NOT NULL,
    amount        bigint NOT NULL,
    currency      text NOT NULL,
    channel       smallint NOT NULL,
    instruction   bigint NOT NULL,
    failure       text NOT NULL,
    created_at_ms bigint NOT NULL,
    last_sequence bigint NOT NULL,
    text          text
) WITH (fillfactor = 80);
CREATE INDEX topups_by_platform ON topups (platform, id);
CREATE INDEX topups_by_account ON topups (account, id);
CREATE INDEX topups_by_time ON topups (created_at_ms, id);

-- When the balance of an account leaves by itself, and until when payouts to a changed bank account wait.
ALTER TABLE accounts
    ADD COLUMN payout_interval   text NOT NULL DEFAULT 'manual',
    ADD COLUMN payout_delay_days smallint NOT NULL DEFAULT 0,
    ADD COLUMN payout_minimum    bigint NOT NULL DEFAULT 0,
    ADD COLUMN next_payout_ms    bigint NOT NULL DEFAULT 0,
    ADD COLUMN payouts_from_ms   bigint NOT NULL DEFAULT 0;

-- Whether a rule holds a payout.
ALTER TABLE payouts ADD COLUMN held boolean NOT NULL DEFAULT false;
