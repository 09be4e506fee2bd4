package io.clearhold.bank.camt;

import io.clearhold.bank.statement.DecimalAmount;
import io.clearhold.bank.statement.FileRefusedException;
import io.clearhold.bank.statement.FindingCode;
import io.clearhold.bank.statement.MoneyAmount;
import io.clearhold.bank.xml.XmlCursor;
import java.io.IOException;
import java.util.Optional;

/** {@code Amt} and its like: a number with a currency. */
record AmountField(long line, String name, String text, String currency) {
    private static final int MAX_LENGTH = 40;

    static final AmountField NONE = new AmountField(0, "Amt", "", "");

    /** The present element. */
    static AmountField read(XmlCursor cursor) throws IOException, FileRefusedException {
        long line = cursor.line();
        String name = cursor.name();
        String currency = cursor.attribute("Ccy");
        return new AmountField(line, name, cursor.text(MAX_LENGTH), currency);
    }

    /** Minor units of the account's currency; anything else quarantines the entry. */
    long require(String accountCurrency, FieldReading fields) {
        if (line == 0) {
            fields.quarantine(FindingCode.AMOUNT_MISSING, line, name, "The entry has no amount.");
            return 0;
        }
        switch (DecimalAmount.parse(text, currency)) {
            case DecimalAmount.Flawed flawed ->
                    fields.quarantine(flawed.code(), line, name, flawed.detail());
            case DecimalAmount.Exact(long minor) -> {
                if (currency.equals(accountCurrency)) {
                    return minor;
                }
                fields.quarantine(
                        FindingCode.CURRENCY_MISMATCH,
                        line,
                        name,
                        "The entry is in "
                                + currency
                                + ", the account in "
                                + accountCurrency
                                + ".");
            }
        }
        return 0;
    }

    /** An amount that informs: one that cannot be read is left out with a warning. */
    Optional<MoneyAmount> optional(FieldReading fields) {
        return switch (DecimalAmount.parse(text, currency)) {
            case DecimalAmount.Exact(long minor) -> Optional.of(new MoneyAmount(minor, currency));
            case DecimalAmount.Flawed flawed -> {
                fields.warn(FindingCode.DETAIL_AMOUNT_INVALID, line, name, flawed.detail());
                yield Optional.empty();
            }
        };
    }
}
