package io.clearhold.ledger.projection.fact;

import io.clearhold.ledger.projection.row.Column;
import io.clearhold.ledger.projection.row.Table;

/** The table disputes. */
final class DisputeColumns {
    private static final Table.Builder COLUMNS = Table.named("disputes", "id");

    static final Column PAYMENT = COLUMNS.number("payment");
    static final Column PLATFORM = COLUMNS.number("platform");
    static final Column PAYEE = COLUMNS.number("payee");
    static final Column PAYER = COLUMNS.number("payer");
    static final Column STATUS = COLUMNS.named("status", CodeNames::disputeStatus);
    static final Column CURRENCY = COLUMNS.named("currency", CodeNames::currency);
    static final Column AMOUNT = COLUMNS.number("amount");
    static final Column FROZEN = COLUMNS.number("amount_frozen");
    static final Column BUYER_AMOUNT = COLUMNS.number("buyer_amount");
    static final Column SELLER_AMOUNT = COLUMNS.number("seller_amount");
    static final Column REFUND = COLUMNS.number("refund");
    static final Column RESPOND_BY_MS = COLUMNS.number("respond_by_ms");
    static final Column ESCALATED_BY = COLUMNS.named("escalated_by", CodeNames::disputeParty);
    static final Column ENDED_BY = COLUMNS.named("ended_by", CodeNames::disputeParty);
    static final Column CREATED_AT_MS = COLUMNS.number("created_at_ms");
    static final Column TEXT_SEQUENCE = COLUMNS.number("text_sequence");
    static final Column LAST_SEQUENCE = COLUMNS.number("last_sequence");
    static final Column TEXT = COLUMNS.text("text");
    static final Step REJECTED = new Step("rejected");
    static final Step AGREED = new Step("agreed");
    static final Step RETURNED = new Step("returned");
    static final Step ESCALATED = new Step("escalated");
    static final Step ENDED = new Step("ended");
    static final Table TABLE = COLUMNS.build();

    /** Frame, time and text of what happens at most once. */
    static final class Step {
        final Column sequence;
        final Column atMs;
        final Column text;

        private Step(String name) {
            sequence = COLUMNS.number(name + "_sequence");
            atMs = COLUMNS.number(name + "_at_ms");
            text = COLUMNS.text(name);
        }
    }

    private DisputeColumns() {}
}
