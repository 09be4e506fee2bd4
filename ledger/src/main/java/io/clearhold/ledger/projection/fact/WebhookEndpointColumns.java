package io.clearhold.ledger.projection.fact;

import io.clearhold.ledger.projection.row.Column;
import io.clearhold.ledger.projection.row.Table;

/** The table webhook_endpoints; a deleted endpoint keeps its row. */
final class WebhookEndpointColumns {
    private static final Table.Builder COLUMNS = Table.named("webhook_endpoints", "id");

    static final Column OWNER_ROLE = COLUMNS.named("owner_role", CodeNames::role);
    static final Column PLATFORM = COLUMNS.number("platform");
    static final Column ACCOUNT = COLUMNS.number("account");
    static final Column STATUS = COLUMNS.named("status", CodeNames::webhookEndpointStatus);
    static final Column GENERATION = COLUMNS.number("generation");
    static final Column PREVIOUS_VALID_UNTIL_MS = COLUMNS.number("previous_valid_until_ms");
    static final Column CREATED_AT_MS = COLUMNS.number("created_at_ms");
    static final Column TEXT_SEQUENCE = COLUMNS.number("text_sequence");
    static final Column LAST_SEQUENCE = COLUMNS.number("last_sequence");
    static final Column TEXT = COLUMNS.text("text");
    static final Table TABLE = COLUMNS.build();

    private WebhookEndpointColumns() {}
}
