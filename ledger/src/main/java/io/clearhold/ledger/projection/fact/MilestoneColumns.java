package io.clearhold.ledger.projection.fact;

import io.clearhold.ledger.projection.row.Column;
import io.clearhold.ledger.projection.row.Table;

/** The table milestones; the place is the milestone's own among those of its payment, from 0. */
final class MilestoneColumns {
    private static final Table.Builder COLUMNS = Table.named("milestones", "payment", "place");

    static final Column STATUS = COLUMNS.named("status", CodeNames::milestoneStatus);
    static final Column AMOUNT = COLUMNS.number("amount");
    static final Column HELD = COLUMNS.sum("amount_held");
    static final Column RELEASED = COLUMNS.sum("amount_released");
    static final Column REFUNDED = COLUMNS.sum("amount_refunded");
    static final Column CHARGED_BACK = COLUMNS.sum("amount_charged_back");
    static final Column FROZEN = COLUMNS.sum("amount_frozen");
    static final Column AUTO_CONFIRM_AT_MS = COLUMNS.number("auto_confirm_at_ms");
    static final Column SHIPMENT_SEQUENCE = COLUMNS.number("shipment_sequence");
    static final Column SHIPPED_AT_MS = COLUMNS.number("shipped_at_ms");
    static final Column SHIPMENT = COLUMNS.text("shipment");
    static final Table TABLE = COLUMNS.build();

    private MilestoneColumns() {}
}
