package io.clearhold.ledger.projection.fact;

import io.clearhold.ledger.projection.row.Column;
import io.clearhold.ledger.projection.row.Table;

/** The table accounts. */
final class AccountColumns {
    private static final Table.Builder COLUMNS = Table.named("accounts", "id");

    static final Column PLATFORM = COLUMNS.number("platform");
    static final Column TYPE = COLUMNS.named("type", CodeNames::accountType);
    static final Column STATUS = COLUMNS.named("status", CodeNames::accountStatus);
    static final Column HAS_BANK_ACCOUNT = COLUMNS.flag("has_bank_account");
    static final Column FEE_KIND = COLUMNS.named("fee_kind", CodeNames::shareKind);
    static final Column FEE_VALUE = COLUMNS.number("fee_value");
    static final Column FEE_MIN = COLUMNS.number("fee_min");
    static final Column FEE_MAX = COLUMNS.number("fee_max");
    static final Column RESERVE_BPS = COLUMNS.number("reserve_bps");
    static final Column RESERVE_DAYS = COLUMNS.number("reserve_days");
    static final Column PAYOUT_INTERVAL =
            COLUMNS.named("payout_interval", CodeNames::payoutInterval);
    static final Column PAYOUT_DELAY_DAYS = COLUMNS.number("payout_delay_days");
    static final Column PAYOUT_MINIMUM = COLUMNS.number("payout_minimum");
    static final Column NEXT_PAYOUT_MS = COLUMNS.number("next_payout_ms");
    static final Column PAYOUTS_FROM_MS = COLUMNS.number("payouts_from_ms");
    static final Column CREATED_AT_MS = COLUMNS.number("created_at_ms");
    static final Column TEXT_SEQUENCE = COLUMNS.number("text_sequence");
    static final Column LAST_SEQUENCE = COLUMNS.number("last_sequence");
    static final Column REFERENCE = COLUMNS.text("reference");
    static final Column NAME = COLUMNS.text("name");
    static final Column TEXT = COLUMNS.text("text");
    static final Table TABLE = COLUMNS.build();

    private AccountColumns() {}
}
