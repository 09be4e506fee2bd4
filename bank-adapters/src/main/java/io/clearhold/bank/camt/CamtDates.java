package io.clearhold.bank.camt;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;

/** ISODate and ISODateTime: as the bank's own calendar and clock have them. */
final class CamtDates {
    private static final int DATE_LENGTH = 10;

    private CamtDates() {}

    /** The day of a date or of a time, with or without an offset; empty if it is neither. */
    static Optional<LocalDate> date(String text) {
        if (text.length() < DATE_LENGTH) {
            return Optional.empty();
        }
        boolean ends = text.length() == DATE_LENGTH || "TZ+-".indexOf(text.charAt(10)) >= 0;
        try {
            return ends
                    ? Optional.of(LocalDate.parse(text.substring(0, DATE_LENGTH)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A time without its offset; empty if it is none. */
    static Optional<LocalDateTime> dateTime(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text));
        } catch (DateTimeException e) {
            return withOffset(text);
        }
    }

    private static Optional<LocalDateTime> withOffset(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toLocalDateTime());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
