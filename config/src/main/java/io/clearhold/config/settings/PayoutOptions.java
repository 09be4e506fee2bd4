package io.clearhold.config.settings;

import io.clearhold.core.lifecycle.ServerMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rules of payouts, and the business days of the channel that pays. They take effect by the {@code
 * ConfigurePayouts} command that each start sends.
 *
 * @param requireSettled on, off, or auto: in production
 * @param weekend days of the week without business
 * @param holidays further days without business
 * @param workdays days of a weekend, or holidays, with business
 */
public record PayoutOptions(
        String requireSettled,
        long coolOffMs,
        Set<DayOfWeek> weekend,
        List<LocalDate> holidays,
        List<LocalDate> workdays,
        LocalTime cutOff,
        ZoneOffset zone) {
    private static final int MOST_DAYS = 1_000;

    public PayoutOptions {
        weekend = Set.copyOf(weekend);
        holidays = List.copyOf(holidays);
        workdays = List.copyOf(workdays);
    }

    static PayoutOptions read(SettingsReader reader) {
        Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
        weekend.addAll(
                reader.list(
                        "sandbox-bank.weekend",
                        6,
                        "days of the week, such as saturday, sunday",
                        text -> DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT))));
        return new PayoutOptions(
                reader.choice("payouts.require-settled", List.of("auto", "on", "off")),
                reader.durationMs("payouts.cool-off", 0),
                weekend,
                days(reader, "sandbox-bank.holidays"),
                days(reader, "sandbox-bank.workdays"),
                reader.parsed("sandbox-bank.cut-off", "a time such as 16:00", LocalTime::parse),
                reader.parsed("sandbox-bank.zone", "an offset such as +08:00", ZoneOffset::of));
    }

    public boolean requiresSettled(ServerMode mode) {
        return switch (requireSettled) {
            case "on" -> true;
            case "off" -> false;
            default -> mode == ServerMode.PRODUCTION;
        };
    }

    /** Days that are not as their weekday says, and whether there is business. */
    public Map<LocalDate, Boolean> days() {
        Map<LocalDate, Boolean> days = new TreeMap<>();
        holidays.forEach(day -> days.put(day, false));
        workdays.forEach(day -> days.put(day, true));
        return Collections.unmodifiableMap(days);
    }

    private static List<LocalDate> days(SettingsReader reader, String key) {
        return reader.list(key, MOST_DAYS, "dates such as 2027-02-07", LocalDate::parse);
    }
}
