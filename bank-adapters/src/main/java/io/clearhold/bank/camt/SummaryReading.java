package io.clearhold.bank.camt;

import io.clearhold.bank.statement.FileRefusedException;
import io.clearhold.bank.statement.StatementSummary;
import io.clearhold.bank.xml.XmlCursor;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code TxsSummry}: what the bank says that the entries add up to. */
final class SummaryReading {
    private static final int MAX_LENGTH = 40;
    private static final Pattern COUNT = Pattern.compile("\\d{1,15}");

    /** No exponents: one of nine digits would be a number that fills the memory. */
    private static final Pattern SUM = Pattern.compile("\\d{1,25}(\\.\\d{1,17})?");

    private SummaryReading() {}

    static StatementSummary read(XmlCursor cursor) throws IOException, FileRefusedException {
        long line = cursor.line();
        Optional<StatementSummary.Part> all = Optional.empty();
        Optional<StatementSummary.Part> credits = Optional.empty();
        Optional<StatementSummary.Part> debits = Optional.empty();
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "TtlNtries" -> all = Optional.of(part(cursor));
                case "TtlCdtNtries" -> credits = Optional.of(part(cursor));
                case "TtlDbtNtries" -> debits = Optional.of(part(cursor));
                default -> {}
            }
        }
        return new StatementSummary(line, all, credits, debits);
    }

    private static StatementSummary.Part part(XmlCursor cursor)
            throws IOException, FileRefusedException {
        String count = "";
        String sum = "";
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "NbOfNtries" -> count = cursor.text(MAX_LENGTH);
                case "Sum" -> sum = cursor.text(MAX_LENGTH);
                default -> {}
            }
        }
        return new StatementSummary.Part(
                COUNT.matcher(count).matches()
                        ? Optional.of(Long.parseLong(count))
                        : Optional.empty(),
                SUM.matcher(sum).matches() ? Optional.of(new BigDecimal(sum)) : Optional.empty());
    }
}
