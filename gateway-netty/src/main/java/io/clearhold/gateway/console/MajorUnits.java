package io.clearhold.gateway.console;

import io.clearhold.core.money.Currencies;
import java.math.BigDecimal;
import java.util.Objects;

/** Amounts as people read them: major units in the currency's decimals, exact at any size. */
final class MajorUnits {
    private static final int GROUP = 3;

    private MajorUnits() {}

    /** Such as {@code 1,290.00 CNY}; an unknown currency is shown in minor units, and says so. */
    static String of(long minor, String currency) {
        int number = Currencies.number(currency);
        if (number == 0) {
            return minor + " minor units " + currency;
        }
        int exponent = Objects.requireNonNull(Currencies.entry(number)).exponent();
        String plain = BigDecimal.valueOf(minor, exponent).toPlainString();
        return grouped(plain) + " " + currency;
    }

    private static String grouped(String plain) {
        int start = plain.startsWith("-") ? 1 : 0;
        int point = plain.indexOf('.');
        int end = point < 0 ? plain.length() : point;
        StringBuilder out = new StringBuilder(plain);
        for (int at = end - GROUP; at > start; at -= GROUP) {
            out.insert(at, ',');
        }
        return out.toString();
    }
}
