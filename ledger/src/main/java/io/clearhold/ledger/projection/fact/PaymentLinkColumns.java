package io.clearhold.ledger.projection.fact;

import io.clearhold.ledger.projection.row.Column;
import io.clearhold.ledger.projection.row.Table;

/** The table payment_links. */
final class PaymentLinkColumns {
    private static final Table.Builder COLUMNS = Table.named("payment_links", "id");

    static final Column PLATFORM = COLUMNS.number("platform");
    static final Column PAYEE = COLUMNS.number("payee");
    static final Column STATUS = COLUMNS.named("status", code -> code == 0 ? "inactive" : "active");
    static final Column AMOUNT = COLUMNS.number("amount");
    static final Column CURRENCY = COLUMNS.named("currency", CodeNames::currency);
    static final Column MODE = COLUMNS.named("mode", CodeNames::paymentMode);
    static final Column PAY_WITHIN_SECONDS = COLUMNS.number("pay_within_seconds");
    static final Column SHIP_WITHIN_SECONDS = COLUMNS.number("ship_within_seconds");
    static final Column AUTO_REFUND = COLUMNS.flag("auto_refund");
    static final Column AUTO_CONFIRM_AFTER_SECONDS = COLUMNS.number("auto_confirm_after_seconds");
    static final Column FEE_KIND = COLUMNS.named("fee_kind", CodeNames::shareKind);
    static final Column FEE_VALUE = COLUMNS.number("fee_value");
    static final Column FEE_MIN = COLUMNS.number("fee_min");
    static final Column FEE_MAX = COLUMNS.number("fee_max");
    static final Column MAX_USES = COLUMNS.number("max_uses");
    static final Column EXPIRES_AT_MS = COLUMNS.number("expires_at_ms");
    static final Column USES = COLUMNS.number("uses");
    static final Column CREATED_AT_MS = COLUMNS.number("created_at_ms");
    static final Column TEXT_SEQUENCE = COLUMNS.number("text_sequence");
    static final Column LAST_SEQUENCE = COLUMNS.number("last_sequence");
    static final Column TEXT = COLUMNS.text("text");
    static final Table TABLE = COLUMNS.build();

    private PaymentLinkColumns() {}
}
