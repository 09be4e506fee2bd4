package io.clearhold.bank.camt;

import io.clearhold.bank.statement.EntryDetail;
import io.clearhold.bank.statement.EntryDirection;
import io.clearhold.bank.statement.FileRefusedException;
import io.clearhold.bank.statement.FindingCode;
import io.clearhold.bank.statement.MoneyAmount;
import io.clearhold.bank.statement.StatementLimits;
import io.clearhold.bank.xml.XmlCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code NtryDtls}: the transactions of one entry, as many as there may be. */
final class DetailsReading {
    private final XmlCursor cursor;
    private final StatementLimits limits;
    private final FieldReading fields;
    private final ChargesReading charges;
    private final List<DetailReading> details = new ArrayList<>();
    private Optional<MoneyAmount> gross = Optional.empty();

    DetailsReading(XmlCursor cursor, StatementLimits limits, FieldReading fields) {
        this.cursor = cursor;
        this.limits = limits;
        this.fields = fields;
        charges = new ChargesReading(fields);
    }

    /** {@code AmtDtls} of the entry itself. */
    void entryAmounts() throws IOException, FileRefusedException {
        DetailAmounts amounts = DetailAmounts.read(cursor, fields);
        gross = amounts.instructed();
    }

    /** {@code Chrgs} of the entry itself. */
    void entryCharges() throws IOException, FileRefusedException {
        charges.read(cursor);
    }

    void read() throws IOException, FileRefusedException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            if (!cursor.name().equals("TxDtls")) {
                continue;
            }
            if (details.size() == limits.maxDetails()) {
                fields.quarantine(
                        FindingCode.TOO_MANY_DETAILS,
                        cursor.line(),
                        "TxDtls",
                        "The entry has more than " + limits.maxDetails() + " transactions.");
            } else {
                details.add(DetailReading.read(cursor, fields));
            }
        }
    }

    /** All of them, once the entry itself is known. */
    List<EntryDetail> finish(
            EntryDirection direction, long amountMinor, String currency, long line) {
        List<EntryDetail> finished = new ArrayList<>(details.size());
        for (DetailReading detail : details) {
            finished.add(
                    details.size() == 1
                            ? detail.finish(direction, currency, gross, charges.sum())
                            : detail.finish(
                                    direction, currency, Optional.empty(), Optional.empty()));
        }
        checkSum(finished, amountMinor, currency, line);
        return finished;
    }

    private void checkSum(
            List<EntryDetail> finished, long amountMinor, String currency, long line) {
        if (finished.size() < 2 || details.stream().anyMatch(DetailReading::isOpposed)) {
            return;
        }
        long sum = 0;
        for (EntryDetail detail : finished) {
            Optional<MoneyAmount> amount = detail.amount();
            if (amount.isEmpty() || !amount.get().currency().equals(currency)) {
                return;
            }
            if (amount.get().minor() > Long.MAX_VALUE - sum) {
                return;
            }
            sum += amount.get().minor();
        }
        if (sum != amountMinor) {
            fields.warn(
                    FindingCode.DETAIL_SUM,
                    line,
                    "TxDtls",
                    "The transactions come to "
                            + sum
                            + " minor units, the entry to "
                            + amountMinor
                            + ".");
        }
    }
}
