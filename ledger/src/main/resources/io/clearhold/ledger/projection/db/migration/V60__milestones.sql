-- Milestones, by payment and place from 0. Their names stand in the text of the payment.
CREATE TABLE milestones (
    payment             bigint NOT NULL,
    place               bigint NOT NULL,
    status              text NOT NULL,
    amount              bigint NOT NULL,
    amount_held         bigint NOT NULL,
    amount_released     bigint NOT NULL,
    amount_refunded     bigint NOT NULL,
    amount_charged_back bigint NOT NULL,
    amount_frozen       bigint NOT NULL,
    auto_confirm_at_ms  bigint NOT NULL,
    shipment_sequence   bigint NOT NULL,
    shipped_at_ms       bigint NOT NULL,
    shipment            text,
    PRIMARY KEY (payment, place)
) WITH (fillfactor = 80);
