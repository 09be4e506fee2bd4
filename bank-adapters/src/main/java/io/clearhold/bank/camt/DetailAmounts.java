package io.clearhold.bank.camt;

import io.clearhold.bank.statement.FileRefusedException;
import io.clearhold.bank.statement.MoneyAmount;
import io.clearhold.bank.xml.XmlCursor;
import java.io.IOException;
import java.util.Optional;

/** {@code AmtDtls}: what was instructed, and what it became. */
record DetailAmounts(Optional<MoneyAmount> instructed, Optional<MoneyAmount> transaction) {
    static final DetailAmounts NONE = new DetailAmounts(Optional.empty(), Optional.empty());

    static DetailAmounts read(XmlCursor cursor, FieldReading fields)
            throws IOException, FileRefusedException {
        Optional<MoneyAmount> instructed = Optional.empty();
        Optional<MoneyAmount> transaction = Optional.empty();
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "InstdAmt" -> instructed = amount(cursor, fields);
                case "TxAmt" -> transaction = amount(cursor, fields);
                default -> {}
            }
        }
        return new DetailAmounts(instructed, transaction);
    }

    private static Optional<MoneyAmount> amount(XmlCursor cursor, FieldReading fields)
            throws IOException, FileRefusedException {
        Optional<MoneyAmount> amount = Optional.empty();
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            if (cursor.name().equals("Amt")) {
                amount = AmountField.read(cursor).optional(fields);
            }
        }
        return amount;
    }
}
