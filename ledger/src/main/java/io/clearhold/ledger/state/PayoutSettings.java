package io.clearhold.ledger.state;

import io.clearhold.core.codec.PayoutsConfiguredDecoder;
import java.io.IOException;
import org.agrona.collections.Int2IntHashMap;

/**
 * Rules of payouts, and the business days of each channel, as {@code ConfigurePayouts} has set
 * them. Until then: Monday to Friday, a cut-off at 16:00 UTC, nothing required and no cool-off.
 */
public final class PayoutSettings {
    private static final int TAG = 12;
    private static final int CHANNELS = 256;
    private static final int MINUTE_MS = 60_000;
    private static final long DAY_MS = 24L * 60 * MINUTE_MS;
    private static final int SATURDAY_AND_SUNDAY = 0b110_0000;
    private static final int FOUR_O_CLOCK = 16 * 60;
    private static final int DAYS_OF_WEEK = 7;

    /** The first day of 1970 was a Thursday. */
    private static final int FIRST_WEEKDAY = 3;

    /** Further than any row of holidays; after it the next day counts as one. */
    private static final int LONGEST_WAIT_DAYS = 60;

    private static final int UNLISTED = -1;

    /** One channel's business days. */
    private static final class Calendar {
        private int weekend = SATURDAY_AND_SUNDAY;
        private int cutOffMinute = FOUR_O_CLOCK;
        private int zoneOffsetMinutes;
        private final Int2IntHashMap days = new Int2IntHashMap(UNLISTED);
        private long fingerprint;
    }

    private final StateHash hash;
    private final Calendar[] calendars = new Calendar[CHANNELS];
    private boolean requireSettled;
    private long coolOffMs;

    PayoutSettings(StateHash hash) {
        this.hash = hash;
        for (int i = 0; i < CHANNELS; i++) {
            calendars[i] = new Calendar();
        }
    }

    /** Whether only what a statement has shown may leave. */
    public boolean requireSettled() {
        return requireSettled;
    }

    /** How long payouts to a changed bank account wait. */
    public long coolOffMs() {
        return coolOffMs;
    }

    /** A hash of what is in force for a channel, by which an unchanged setting is recognised. */
    public long fingerprint(int channel) {
        return calendars[channel].fingerprint;
    }

    /** Whether the channel works on a day, counted from 1970 in its own zone. */
    public boolean isBusinessDay(int channel, long day) {
        Calendar calendar = calendars[channel];
        int listed = calendar.days.get((int) day);
        if (listed != UNLISTED) {
            return listed != 0;
        }
        int weekday = Math.floorMod(day + FIRST_WEEKDAY, DAYS_OF_WEEK);
        return ((calendar.weekend >>> weekday) & 1) == 0;
    }

    /** Whether it is the first business day of its week, which begins on Monday. */
    public boolean isFirstOfWeek(int channel, long day) {
        int weekday = Math.floorMod(day + FIRST_WEEKDAY, DAYS_OF_WEEK);
        for (long earlier = day - weekday; earlier < day; earlier++) {
            if (isBusinessDay(channel, earlier)) {
                return false;
            }
        }
        return isBusinessDay(channel, day);
    }

    /** The day, in the channel's zone, that a time falls into. */
    public long dayOf(int channel, long timeMs) {
        return Math.floorDiv(timeMs + offsetMs(channel), DAY_MS);
    }

    /** The first cut-off of a business day after a time. */
    public long nextCutOffMs(int channel, long afterMs) {
        long day = dayOf(channel, afterMs);
        if (cutOffMs(channel, day) <= afterMs) {
            day++;
        }
        long last = day + LONGEST_WAIT_DAYS;
        while (!isBusinessDay(channel, day) && day < last) {
            day++;
        }
        return cutOffMs(channel, day);
    }

    private long cutOffMs(int channel, long day) {
        return day * DAY_MS
                + (long) calendars[channel].cutOffMinute * MINUTE_MS
                - offsetMs(channel);
    }

    private long offsetMs(int channel) {
        return (long) calendars[channel].zoneOffsetMinutes * MINUTE_MS;
    }

    void apply(PayoutsConfiguredDecoder event, long fingerprint) {
        Calendar calendar = calendars[event.channel()];
        requireSettled = event.requireSettled() != 0;
        coolOffMs = event.coolOffMs();
        calendar.weekend = event.weekend();
        calendar.cutOffMinute = event.cutOffMinute();
        calendar.zoneOffsetMinutes = event.zoneOffsetMinutes();
        calendar.days.clear();
        for (PayoutsConfiguredDecoder.DaysDecoder day : event.days()) {
            calendar.days.put(day.day(), day.working());
        }
        count(event.channel(), calendar.fingerprint, fingerprint);
        calendar.fingerprint = fingerprint;
    }

    private void count(int channel, long before, long after) {
        hash.change(StateHash.place(TAG, 1L + channel, 0), before, after);
    }

    void write(StateOutput out) throws IOException {
        out.put(requireSettled ? 1 : 0);
        out.put(coolOffMs);
        for (Calendar calendar : calendars) {
            out.putLong(calendar.fingerprint);
            if (calendar.fingerprint != 0) {
                out.put(calendar.weekend);
                out.put(calendar.cutOffMinute);
                out.put(calendar.zoneOffsetMinutes);
                out.put(calendar.days.size());
                Int2IntHashMap.KeyIterator keys = calendar.days.keySet().iterator();
                while (keys.hasNext()) {
                    int day = keys.nextValue();
                    out.put(day);
                    out.put(calendar.days.get(day));
                }
            }
        }
    }

    void read(StateInput in) throws IOException {
        requireSettled = in.take() != 0;
        coolOffMs = in.take();
        for (int channel = 0; channel < CHANNELS; channel++) {
            Calendar calendar = calendars[channel];
            long stored = in.takeLong();
            count(channel, calendar.fingerprint, stored);
            calendar.fingerprint = stored;
            if (stored != 0) {
                calendar.weekend = in.takeInt();
                calendar.cutOffMinute = in.takeInt();
                calendar.zoneOffsetMinutes = in.takeInt();
                for (int count = in.takeInt(); count > 0; count--) {
                    calendar.days.put(in.takeInt(), in.takeInt());
                }
            }
        }
    }
}
