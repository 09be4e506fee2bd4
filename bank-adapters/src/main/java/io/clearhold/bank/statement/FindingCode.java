package io.clearhold.bank.statement;

import java.util.Locale;

/** Everything that can be wrong with a file, in the order file, statement, entry. */
public enum FindingCode {
    // The file cannot be used.
    EMPTY_FILE(FindingSeverity.ERROR),
    FILE_TOO_LARGE(FindingSeverity.ERROR),
    FORMAT_UNKNOWN(FindingSeverity.ERROR),
    /** A format that informs only, where statements that post are asked for. */
    FORMAT_INFORMATIONAL(FindingSeverity.ERROR),
    FORMAT_MISMATCH(FindingSeverity.ERROR),
    ENCODING_INVALID(FindingSeverity.ERROR),
    NOT_WELL_FORMED(FindingSeverity.ERROR),
    TRUNCATED(FindingSeverity.ERROR),
    DTD_FORBIDDEN(FindingSeverity.ERROR),
    /** A name, comment or gap so long that nothing but an attack explains it. */
    MARKUP_TOO_LONG(FindingSeverity.ERROR),
    TOO_DEEP(FindingSeverity.ERROR),
    TOO_MANY_STATEMENTS(FindingSeverity.ERROR),
    TOO_MANY_ENTRIES(FindingSeverity.ERROR),
    STATEMENT_MISSING(FindingSeverity.ERROR),
    ACCOUNT_MISSING(FindingSeverity.ERROR),
    CURRENCY_MISSING(FindingSeverity.ERROR),

    // A statement is not what it should be.
    VERSION_UNKNOWN(FindingSeverity.WARNING),
    DATE_INVALID(FindingSeverity.WARNING),
    PAGE_MISSING(FindingSeverity.WARNING),
    PAGE_NOT_LAST(FindingSeverity.WARNING),
    OPENING_BALANCE_MISSING(FindingSeverity.WARNING),
    CLOSING_BALANCE_MISSING(FindingSeverity.WARNING),
    BALANCE_INVALID(FindingSeverity.ERROR),
    BALANCE_CURRENCY(FindingSeverity.ERROR),
    /** Opening balance and booked entries do not come to the closing balance. */
    BALANCE_MISMATCH(FindingSeverity.ERROR),
    /** A quarantined entry keeps the sum from being checked. */
    BALANCE_UNCHECKED(FindingSeverity.WARNING),
    /** A statement does not open with what the one before it closed with. */
    BALANCE_GAP(FindingSeverity.WARNING),
    SUMMARY_MISMATCH(FindingSeverity.ERROR),

    // An entry is not what it should be, and is used.
    DUPLICATE_REFERENCE(FindingSeverity.WARNING),
    BOOKING_DATE_MISSING(FindingSeverity.WARNING),
    TEXT_CUT(FindingSeverity.INFO),
    DETAIL_AMOUNT_INVALID(FindingSeverity.WARNING),
    DETAIL_SUM(FindingSeverity.WARNING),

    // An entry cannot be used: quarantined.
    AMOUNT_MISSING(FindingSeverity.ERROR),
    AMOUNT_INVALID(FindingSeverity.ERROR),
    AMOUNT_PRECISION(FindingSeverity.ERROR),
    AMOUNT_TOO_LARGE(FindingSeverity.ERROR),
    CURRENCY_UNKNOWN(FindingSeverity.ERROR),
    CURRENCY_MISMATCH(FindingSeverity.ERROR),
    DIRECTION_INVALID(FindingSeverity.ERROR),
    STATUS_INVALID(FindingSeverity.ERROR),
    REFERENCE_TOO_LONG(FindingSeverity.ERROR),
    TOO_MANY_DETAILS(FindingSeverity.ERROR);

    private final FindingSeverity severity;
    private final String code = name().toLowerCase(Locale.ROOT);

    FindingCode(FindingSeverity severity) {
        this.severity = severity;
    }

    /** The stable name outside. */
    public String code() {
        return code;
    }

    public FindingSeverity severity() {
        return severity;
    }
}
