package io.clearhold.bank.camt;

import io.clearhold.bank.statement.FileRefusedException;
import io.clearhold.bank.statement.MoneyAmount;
import io.clearhold.bank.xml.XmlCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code Chrgs}: one charge each until version 03, a list of records with a total from 04 on. Only
 * charges that are in the entry's amount count, and only if all of them can be read.
 */
final class ChargesReading {
    private static final int MAX_CHARGES = 100;
    private static final int MAX_LENGTH = 16;

    private final FieldReading fields;
    private final List<MoneyAmount> charges = new ArrayList<>();
    private Optional<MoneyAmount> total = Optional.empty();
    private boolean flawed;

    ChargesReading(FieldReading fields) {
        this.fields = fields;
    }

    void read(XmlCursor cursor) throws IOException, FileRefusedException {
        Optional<MoneyAmount> amount = Optional.empty();
        boolean included = true;
        boolean credit = false;
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "TtlChrgsAndTaxAmt" -> total = AmountField.read(cursor).optional(fields);
                case "Rcrd" -> read(cursor);
                case "Amt" -> {
                    amount = AmountField.read(cursor).optional(fields);
                    flawed = flawed || amount.isEmpty();
                }
                case "CdtDbtInd" -> credit = cursor.text(MAX_LENGTH).equals("CRDT");
                case "ChrgInclInd" -> included = !cursor.text(MAX_LENGTH).equals("false");
                default -> {}
            }
        }
        if (amount.isPresent() && included) {
            // What a bank gives back is no charge, and the rest is not known then.
            flawed = flawed || credit || charges.size() >= MAX_CHARGES;
            charges.add(amount.get());
        }
    }

    Optional<MoneyAmount> sum() {
        if (flawed) {
            return Optional.empty();
        }
        if (charges.isEmpty()) {
            return total;
        }
        String currency = charges.getFirst().currency();
        long minor = 0;
        for (MoneyAmount charge : charges) {
            if (!charge.currency().equals(currency) || Long.MAX_VALUE - minor < charge.minor()) {
                return Optional.empty();
            }
            minor += charge.minor();
        }
        return Optional.of(new MoneyAmount(minor, currency));
    }
}
