-- Payment links. Their splits and milestones stand in the text, as they were given.
CREATE TABLE payment_links (
    id                         bigint PRIMARY KEY,
    platform                   bigint NOT NULL,
    payee                      bigint NOT NULL,
    status                     text NOT NULL,
    amount                     bigint NOT NULL,
    currency                   text NOT NULL,
    mode                       text NOT NULL,
    pay_within_seconds         bigint NOT NULL,
    ship_within_seconds        bigint NOT NULL,
    auto_refund                boolean NOT NULL,
    auto_confirm_after_seconds bigint NOT NULL,
    fee_kind                   text NOT NULL,
    fee_value                  bigint NOT NULL,
    fee_min                    bigint NOT NULL,
    fee_max                    bigint NOT NULL,
    max_uses                   bigint NOT NULL,
    expires_at_ms              bigint NOT NULL,
    uses                       bigint NOT NULL,
    created_at_ms              bigint NOT NULL,
    text_sequence              bigint NOT NULL,
    last_sequence              bigint NOT NULL,
    text                       text
) WITH (fillfactor = 80);

CREATE INDEX payment_links_platform ON payment_links (platform, id);
CREATE INDEX payment_links_payee ON payment_links (payee, id);
