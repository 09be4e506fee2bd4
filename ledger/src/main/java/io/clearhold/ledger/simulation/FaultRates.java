package io.clearhold.ledger.simulation;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often each fault strikes, as chances in a million opportunities. As text: names with their
 * rates, separated by commas; {@code none} sets all that follow it apart to 0, {@code xN}
 * multiplies all that stand before it.
 */
public final class FaultRates {
    private static final int MILLION = 1_000_000;

    private final Map<Fault, Integer> perMillion;
    private final String text;

    private FaultRates(Map<Fault, Integer> perMillion, String text) {
        this.perMillion = perMillion;
        this.text = text;
    }

    /** What each fault declares. */
    public static FaultRates defaults() {
        return parse("");
    }

    /**
     * Reads rates such as {@code none,power_cut=2000} or {@code kill=0,x3}; what is not named keeps
     * its default.
     *
     * @throws IllegalArgumentException with a sentence, if it cannot be read
     */
    public static FaultRates parse(String text) {
        Map<Fault, Integer> rates = new EnumMap<>(Fault.class);
        Map<String, Fault> names = new TreeMap<>();
        for (Fault fault : Fault.values()) {
            rates.put(fault, fault.perMillion());
            names.put(fault.label(), fault);
        }
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            take(part.strip().toLowerCase(Locale.ROOT), names, rates);
        }
        return new FaultRates(rates, text.strip());
    }

    private static void take(String part, Map<String, Fault> names, Map<Fault, Integer> rates) {
        if (part.equals("none")) {
            rates.replaceAll((fault, rate) -> 0);
        } else if (part.matches("x\\d{1,3}")) {
            int factor = Integer.parseInt(part.substring(1));
            rates.replaceAll((fault, rate) -> Math.min(MILLION, rate * factor));
        } else {
            int equals = part.indexOf('=');
            Fault fault = names.get(equals < 0 ? part : part.substring(0, equals));
            String rate = equals < 0 ? "" : part.substring(equals + 1);
            if (fault == null || !rate.matches("\\d{1,7}") || Integer.parseInt(rate) > MILLION) {
                throw new IllegalArgumentException(
                        "no fault rate: \""
                                + part
                                + "\"; say none, xN, or one of "
                                + String.join(", ", names.keySet())
                                + " with = and 0 to 1000000");
            }
            rates.put(fault, Integer.parseInt(rate));
        }
    }

    /** Chances in a million opportunities. */
    public int perMillion(Fault fault) {
        return perMillion.getOrDefault(fault, 0);
    }

    /** What it was read from; empty for the defaults. */
    public String text() {
        return text;
    }
}
