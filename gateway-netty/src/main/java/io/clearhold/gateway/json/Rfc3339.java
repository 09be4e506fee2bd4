package io.clearhold.gateway.json;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Times as the contract has them: RFC 3339, UTC, milliseconds. */
public final class Rfc3339 {
    /** Bytes of a written time. */
    public static final int LENGTH = 24;

    /** Not a time. */
    public static final long INVALID = Long.MIN_VALUE;

    private static final long DAY_MS = 86_400_000;

    private Rfc3339() {}

    /** Writes {@code 2026-11-21T08:30:00.000Z} for a time from 1970 to 9999. */
    public static void put(long epochMs, byte[] target, int offset) {
        long day = Math.floorDiv(epochMs, DAY_MS);
        int ms = (int) Math.floorMod(epochMs, DAY_MS);
        // Days to a civil date by eras of 400 years that begin on 1 March, so leap days come last.
        long shifted = day + 719_468;
        long era = Math.floorDiv(shifted, 146_097);
        int dayOfEra = (int) (shifted - era * 146_097);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int marchMonth = (5 * dayOfYear + 2) / 153;
        int dayOfMonth = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
        int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
        two(year / 100, target, offset);
        two(year % 100, target, offset + 2);
        target[offset + 4] = '-';
        two(month, target, offset + 5);
        target[offset + 7] = '-';
        two(dayOfMonth, target, offset + 8);
        target[offset + 10] = 'T';
        two(ms / 3_600_000, target, offset + 11);
        target[offset + 13] = ':';
        two(ms / 60_000 % 60, target, offset + 14);
        target[offset + 16] = ':';
        two(ms / 1000 % 60, target, offset + 17);
        target[offset + 19] = '.';
        target[offset + 20] = (byte) ('0' + ms % 1000 / 100);
        two(ms % 100, target, offset + 21);
        target[offset + 23] = 'Z';
    }

    /** Milliseconds since 1970 of a time with any offset, or {@link #INVALID}. */
    public static long parse(CharSequence text) {
        if (text.length() < 20 || text.length() > 40) {
            return INVALID;
        }
        try {
            OffsetDateTime time =
                    OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            boolean writable = time.getYear() >= 1971 && time.getYear() < 9999;
            return writable ? time.toInstant().toEpochMilli() : INVALID;
        } catch (DateTimeException e) {
            return INVALID;
        }
    }

    private static void two(int value, byte[] target, int offset) {
        target[offset] = (byte) ('0' + value / 10);
        target[offset + 1] = (byte) ('0' + value % 10);
    }
}
