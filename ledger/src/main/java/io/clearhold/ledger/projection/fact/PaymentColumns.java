package io.clearhold.ledger.projection.fact;

import io.clearhold.ledger.projection.row.Column;
import io.clearhold.ledger.projection.row.Table;

/** The table payments. */
final class PaymentColumns {
    private static final Table.Builder COLUMNS = Table.named("payments", "id");

    static final Column PLATFORM = COLUMNS.number("platform");
    static final Column CREATOR_ROLE = COLUMNS.named("creator_role", CodeNames::role);
    static final Column CREATOR = COLUMNS.number("creator");
    static final Column PAYEE = COLUMNS.number("payee");
    static final Column PAYER = COLUMNS.number("payer");
    static final Column STATUS = COLUMNS.named("status", CodeNames::paymentStatus);
    static final Column MODE = COLUMNS.named("mode", CodeNames::paymentMode);
    static final Column CURRENCY = COLUMNS.named("currency", CodeNames::currency);
    static final Column AMOUNT = COLUMNS.number("amount");
    static final Column COLLECTED = COLUMNS.sum("amount_collected");
    static final Column HELD = COLUMNS.sum("amount_held");
    static final Column RELEASED = COLUMNS.sum("amount_released");
    static final Column REFUNDED = COLUMNS.sum("amount_refunded");
    static final Column CHARGED_BACK = COLUMNS.sum("amount_charged_back");
    static final Column FEE_KIND = COLUMNS.named("fee_kind", CodeNames::shareKind);
    static final Column FEE_VALUE = COLUMNS.number("fee_value");
    static final Column FEE_MIN = COLUMNS.number("fee_min");
    static final Column FEE_MAX = COLUMNS.number("fee_max");
    static final Column FEE_FIXED = COLUMNS.number("fee_fixed");
    static final Column FEE_TAKEN = COLUMNS.sum("fee_taken");
    static final Column PAY_BY_MS = COLUMNS.number("pay_by_ms");
    static final Column SHIP_BY_MS = COLUMNS.number("ship_by_ms");
    static final Column SHIP_BY_PASSED = COLUMNS.flag("ship_by_passed");
    static final Column AUTO_REFUND = COLUMNS.flag("auto_refund");
    static final Column AUTO_CONFIRM_AFTER_SECONDS = COLUMNS.number("auto_confirm_after_seconds");
    static final Column AUTO_CONFIRM_AT_MS = COLUMNS.number("auto_confirm_at_ms");
    static final Column EXTENDED_SECONDS = COLUMNS.sum("extended_seconds");
    static final Column ATTEMPT = COLUMNS.number("attempt");
    static final Column INSTRUCTION = COLUMNS.number("instruction");
    static final Column CHANNEL = COLUMNS.number("channel");
    static final Column WALLET = COLUMNS.number("wallet");
    static final Column CLOSING = COLUMNS.named("closing", CodeNames::cause);
    static final Column LAST_ERROR = COLUMNS.named("last_error", CodeNames::failure);
    static final Column CREATED_AT_MS = COLUMNS.number("created_at_ms");
    static final Column SHIPPED_AT_MS = COLUMNS.number("shipped_at_ms");
    static final Column TEXT_SEQUENCE = COLUMNS.number("text_sequence");
    static final Column SHIPMENT_SEQUENCE = COLUMNS.number("shipment_sequence");
    static final Column LAST_SEQUENCE = COLUMNS.number("last_sequence");
    static final Column REFERENCE = COLUMNS.text("reference");
    static final Column TEXT = COLUMNS.text("text");
    static final Column SHIPMENT = COLUMNS.text("shipment");
    static final Column FROZEN = COLUMNS.number("amount_frozen");
    static final Column DISPUTE = COLUMNS.number("dispute");
    static final Table TABLE = COLUMNS.build();

    private PaymentColumns() {}
}
