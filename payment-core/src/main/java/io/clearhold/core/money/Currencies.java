package io.clearhold.core.money;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.agrona.collections.Int2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * ISO 4217 as the platform's own table has it: alphabetic code, number, exponent. What is accepted
 * for payment is a setting in the state; this table only translates names at the border.
 */
public final class Currencies {
    /** One currency: {@code number} is ISO 4217's, {@code exponent} its decimal places. */
    public record Entry(String code, int number, int exponent) {}

    private static final Int2ObjectHashMap<Entry> BY_NUMBER = new Int2ObjectHashMap<>();
    private static final Int2ObjectHashMap<Entry> BY_LETTERS = new Int2ObjectHashMap<>();
    private static final List<Entry> ALL = load();

    private Currencies() {}

    public static List<Entry> all() {
        return ALL;
    }

    /** The number of an upper-case code of three letters, or 0 if there is none. */
    public static int number(CharSequence code) {
        if (code.length() != 3) {
            return 0;
        }
        Entry entry = BY_LETTERS.get(letters(code));
        return entry == null ? 0 : entry.number();
    }

    /** The code of a number that came from {@link #number}. */
    public static String code(int number) {
        Entry entry = BY_NUMBER.get(number);
        return entry == null ? String.format(Locale.ROOT, "%03d", number) : entry.code();
    }

    public static @Nullable Entry entry(int number) {
        return BY_NUMBER.get(number);
    }

    /** One number for three letters; other characters come to none that is in the table. */
    private static int letters(CharSequence code) {
        for (int i = 0; i < 3; i++) {
            if (code.charAt(i) < 'A' || code.charAt(i) > 'Z') {
                return 0;
            }
        }
        return (code.charAt(0) << 16) ^ (code.charAt(1) << 8) ^ code.charAt(2);
    }

    private static List<Entry> load() {
        List<Entry> entries = new ArrayList<>();
        for (Currency currency : Currency.getAvailableCurrencies()) {
            boolean money =
                    currency.getDefaultFractionDigits() >= 0 && currency.getNumericCode() > 0;
            if (money) {
                entries.add(
                        new Entry(
                                currency.getCurrencyCode(),
                                currency.getNumericCode(),
                                currency.getDefaultFractionDigits()));
            }
        }
        entries.sort(java.util.Comparator.comparing(Entry::code));
        for (Entry entry : entries) {
            // Withdrawn currencies share numbers with their successors; the first by letters would
            // win by chance.
            Entry other = BY_NUMBER.get(entry.number());
            if (other == null || !isCurrent(other)) {
                BY_NUMBER.put(entry.number(), entry);
            }
            BY_LETTERS.put(letters(entry.code()), entry);
        }
        entries.removeIf(entry -> !entry.equals(BY_NUMBER.get(entry.number())));
        BY_LETTERS.values().removeIf(entry -> !entry.equals(BY_NUMBER.get(entry.number())));
        return List.copyOf(entries);
    }

    /** A currency is current if some country uses it today. */
    private static boolean isCurrent(Entry entry) {
        for (String country : Locale.getISOCountries()) {
            Currency used = Currency.getInstance(Locale.of("", country));
            if (used != null && used.getCurrencyCode().equals(entry.code())) {
                return true;
            }
        }
        return false;
    }
}
