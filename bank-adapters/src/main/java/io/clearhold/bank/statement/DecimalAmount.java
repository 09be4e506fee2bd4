package io.clearhold.bank.statement;

import io.clearhold.core.money.Currencies;

/**
 * An amount as formats write it, in minor units of its currency: exact or not at all. Digits, a
 * point and digits; no sign, no exponent, no grouping.
 */
public sealed interface DecimalAmount {
    /** The standard's 18 digits. */
    long MAX_MINOR = 999_999_999_999_999_999L;

    /** Exactly so many minor units. */
    record Exact(long minor) implements DecimalAmount {}

    /** Why there is none. */
    record Flawed(FindingCode code, String detail) implements DecimalAmount {}

    /** Parses an amount; zeros behind the currency's last decimal do no harm. */
    static DecimalAmount parse(String text, String currency) {
        Currencies.Entry entry = Currencies.entry(Currencies.number(currency));
        if (entry == null) {
            return new Flawed(
                    FindingCode.CURRENCY_UNKNOWN,
                    "\"" + currency + "\" is not a currency of ISO 4217.");
        }
        return text.isEmpty()
                ? new Flawed(FindingCode.AMOUNT_MISSING, "There is no amount.")
                : parse(text, entry);
    }

    private static DecimalAmount parse(String text, Currencies.Entry currency) {
        long minor = 0;
        int decimals = -1;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && decimals < 0) {
                decimals = 0;
            } else if (c >= '0' && c <= '9') {
                digits++;
                if (decimals >= currency.exponent()) {
                    if (c != '0') {
                        return new Flawed(
                                FindingCode.AMOUNT_PRECISION,
                                text
                                        + " has more decimals than "
                                        + currency.code()
                                        + ", which has "
                                        + currency.exponent()
                                        + ".");
                    }
                    continue;
                }
                decimals = decimals < 0 ? decimals : decimals + 1;
                if (minor > (MAX_MINOR - (c - '0')) / 10) {
                    return tooLarge();
                }
                minor = minor * 10 + (c - '0');
            } else {
                return new Flawed(FindingCode.AMOUNT_INVALID, "\"" + text + "\" is not an amount.");
            }
        }
        if (digits == 0) {
            return new Flawed(FindingCode.AMOUNT_INVALID, "\"" + text + "\" is not an amount.");
        }
        for (int i = Math.max(decimals, 0); i < currency.exponent(); i++) {
            if (minor > MAX_MINOR / 10) {
                return tooLarge();
            }
            minor *= 10;
        }
        return new Exact(minor);
    }

    private static Flawed tooLarge() {
        return new Flawed(FindingCode.AMOUNT_TOO_LARGE, "The amount has more than 18 digits.");
    }
}
