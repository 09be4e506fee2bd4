package io.clearhold.bank.statement;

/** What came of reading a file. */
public sealed interface ReadOutcome {
    /** It was read to its end, and what the handler got is its content. */
    record Read(FileTotals totals) implements ReadOutcome {}

    /** It cannot be used, and neither can anything that the handler got before. */
    record Refused(Finding why) implements ReadOutcome {}
}
