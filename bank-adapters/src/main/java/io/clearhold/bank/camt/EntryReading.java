package io.clearhold.bank.camt;

import io.clearhold.bank.statement.EntryDirection;
import io.clearhold.bank.statement.EntryStatus;
import io.clearhold.bank.statement.FileRefusedException;
import io.clearhold.bank.statement.FindingCode;
import io.clearhold.bank.statement.FindingLog;
import io.clearhold.bank.statement.QuarantinedEntry;
import io.clearhold.bank.statement.StatementEntry;
import io.clearhold.bank.statement.StatementLimits;
import io.clearhold.bank.xml.XmlCursor;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/** {@code Ntry}, one after the other. */
final class EntryReading {
    /** What came of one. */
    sealed interface Result {
        record Usable(StatementEntry entry) implements Result {}

        record Unusable(QuarantinedEntry entry) implements Result {}
    }

    private final XmlCursor cursor;
    private final StatementLimits limits;
    private final FindingLog findings;
    private long ordinal;

    EntryReading(XmlCursor cursor, StatementLimits limits, FindingLog findings) {
        this.cursor = cursor;
        this.limits = limits;
        this.findings = findings;
    }

    /** Reads the present entry of an account in {@code currency}. */
    Result read(String currency) throws IOException, FileRefusedException {
        ordinal++;
        if (ordinal > limits.maxEntries()) {
            throw new FileRefusedException(
                    FindingCode.TOO_MANY_ENTRIES,
                    cursor.line(),
                    "Ntry",
                    "There are more than " + limits.maxEntries() + " entries.");
        }
        long line = cursor.line();
        FieldReading fields = new FieldReading(cursor, limits, findings);
        DetailsReading details = new DetailsReading(cursor, limits, fields);
        AmountField amount = AmountField.NONE;
        String direction = "";
        String status = "";
        boolean reversal = false;
        Optional<LocalDate> bookingDate = Optional.empty();
        Optional<LocalDate> valueDate = Optional.empty();
        String reference = "";
        String servicerReference = "";
        String information = "";
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "Amt" -> amount = AmountField.read(cursor);
                case "CdtDbtInd" -> direction = fields.reference();
                case "RvslInd" -> {
                    String text = fields.reference();
                    reversal = text.equals("true") || text.equals("1");
                }
                case "Sts" -> status = status();
                case "BookgDt" -> bookingDate = fields.date();
                case "ValDt" -> valueDate = fields.date();
                case "NtryRef" -> reference = fields.reference();
                case "AcctSvcrRef" -> servicerReference = fields.reference();
                case "AddtlNtryInf" -> information = fields.text();
                case "AmtDtls" -> details.entryAmounts();
                case "Chrgs" -> details.entryCharges();
                case "NtryDtls" -> details.read();
                default -> {}
            }
        }
        long amountMinor = amount.require(currency, fields);
        Optional<EntryDirection> directed = direction(direction, line, fields);
        Optional<EntryStatus> known = status(status, line, fields);
        if (fields.flaw().isPresent() || directed.isEmpty() || known.isEmpty()) {
            return new Result.Unusable(
                    new QuarantinedEntry(ordinal, line, fields.flaw().orElseThrow()));
        }
        if (bookingDate.isEmpty() && known.get() == EntryStatus.BOOKED) {
            findings.report(
                    FindingCode.BOOKING_DATE_MISSING,
                    line,
                    "BookgDt",
                    "A booked entry has no booking date.");
        }
        return new Result.Usable(
                new StatementEntry(
                        ordinal,
                        line,
                        directed.get(),
                        amountMinor,
                        currency,
                        known.get(),
                        reversal,
                        bookingDate,
                        valueDate,
                        reference,
                        servicerReference,
                        information,
                        details.finish(directed.get(), amountMinor, currency, line)));
    }

    /** {@code BOOK} right in it until version 07, in a {@code Cd} of its own from 08 on. */
    private String status() throws IOException, FileRefusedException {
        return cursor.textOrChild("Cd", limits.maxReferenceLength());
    }

    private static Optional<EntryDirection> direction(String text, long line, FieldReading fields) {
        return switch (text) {
            case "CRDT" -> Optional.of(EntryDirection.CREDIT);
            case "DBIT" -> Optional.of(EntryDirection.DEBIT);
            default -> {
                fields.quarantine(
                        FindingCode.DIRECTION_INVALID,
                        line,
                        "CdtDbtInd",
                        "The entry is neither CRDT nor DBIT.");
                yield Optional.empty();
            }
        };
    }

    private static Optional<EntryStatus> status(String text, long line, FieldReading fields) {
        return switch (text) {
            case "BOOK" -> Optional.of(EntryStatus.BOOKED);
            case "PDNG" -> Optional.of(EntryStatus.PENDING);
            case "INFO" -> Optional.of(EntryStatus.INFORMATIONAL);
            case "FUTR" -> Optional.of(EntryStatus.FUTURE);
            default -> {
                fields.quarantine(
                        FindingCode.STATUS_INVALID,
                        line,
                        "Sts",
                        "The entry is none of BOOK, PDNG, INFO, FUTR.");
                yield Optional.empty();
            }
        };
    }
}
