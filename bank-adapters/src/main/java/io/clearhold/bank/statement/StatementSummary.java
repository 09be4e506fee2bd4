package io.clearhold.bank.statement;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a bank says that a statement adds up to, in major units of its currency.
 *
 * @param line of the file where it begins
 */
public record StatementSummary(
        long line, Optional<Part> all, Optional<Part> credits, Optional<Part> debits) {
    /** Nothing said. */
    public static final StatementSummary NONE =
            new StatementSummary(0, Optional.empty(), Optional.empty(), Optional.empty());

    /** A number of entries and their sum, each if given. */
    public record Part(Optional<Long> count, Optional<BigDecimal> sum) {}
}
