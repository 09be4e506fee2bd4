package io.clearhold.ledger.state;

import io.clearhold.core.codec.ClockAcceptedDecoder;
import io.clearhold.core.codec.ClockHeldDecoder;
import io.clearhold.core.lifecycle.ClockDoubt;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Whether deadlines that move money wait until an operator accepts the clock, and what was found
 * when they last began to. Times are milliseconds, 0 if there never was a hold.
 */
public final class ClockHold {
    private static final int TAG = 25;
    private static final int REASON = 0;
    private static final int SINCE = 1;
    private static final int SEQUENCE = 2;
    private static final int WALL = 3;
    private static final int PLAIN = 4;
    private static final int DOWN = 5;
    private static final int ACCEPTED_AT = 6;
    private static final int ACCEPTED_SEQUENCE = 7;
    private static final int ACCEPTED_BY = 8;
    private static final int STEP = 9;
    private static final int AHEAD = 10;
    private static final int HELD = 11;
    private static final int STEPPED = 12;

    private final StateHash hash;
    private final long[] words = new long[13];

    ClockHold(StateHash hash) {
        this.hash = hash;
    }

    public boolean isHeld() {
        return words[HELD] != 0;
    }

    /** Why it was last held; null if it never was. */
    public @Nullable ClockDoubt reason() {
        return words[REASON] == 0 ? null : ClockDoubt.of((int) words[REASON]);
    }

    /** Log time at which it began. */
    public long sinceMs() {
        return words[SINCE];
    }

    /** The frame that it began with. */
    public long sequence() {
        return words[SEQUENCE];
    }

    /** The wall clock, as it was last found. */
    public long wallMs() {
        return words[WALL];
    }

    /** Log time without the sandbox's offset at that moment. */
    public long plainMs() {
        return words[PLAIN];
    }

    /** How long nobody had served. */
    public long downMs() {
        return words[DOWN];
    }

    /** How far log time was ahead of the wall clock; negative if it was behind. */
    public long departureMs() {
        return words[PLAIN] - words[WALL];
    }

    /** Log time at which it was last accepted. */
    public long acceptedAtMs() {
        return words[ACCEPTED_AT];
    }

    public long acceptedSequence() {
        return words[ACCEPTED_SEQUENCE];
    }

    /** The key of who accepted; 0 if a sandbox did by itself. */
    public long acceptedBy() {
        return words[ACCEPTED_BY];
    }

    /** What log time was to go forward when it was last accepted. */
    public long stepMs() {
        return words[STEP];
    }

    /**
     * What log time was to go forward by all that was ever accepted: time in which nobody asked.
     */
    long steppedMs() {
        return words[STEPPED];
    }

    /** How far log time may be ahead of the wall clock, since somebody accepted that. */
    public long acceptedAheadMs() {
        return words[AHEAD];
    }

    /** One that is held already gets new figures; it began when it began. */
    void hold(ClockHeldDecoder event, long sequence, long logTimeMs) {
        if (!isHeld()) {
            put(SINCE, logTimeMs);
            put(SEQUENCE, sequence);
        }
        put(HELD, 1);
        put(REASON, event.reason());
        put(WALL, event.wallMs());
        put(PLAIN, event.plainMs());
        put(DOWN, event.downMs());
    }

    void accept(ClockAcceptedDecoder event, long sequence, long logTimeMs) {
        put(HELD, 0);
        put(ACCEPTED_AT, logTimeMs);
        put(ACCEPTED_SEQUENCE, sequence);
        put(ACCEPTED_BY, event.key());
        put(STEP, event.stepMs());
        put(STEPPED, words[STEPPED] + event.stepMs());
        put(AHEAD, event.aheadMs());
    }

    void write(StateOutput out) throws IOException {
        for (long word : words) {
            out.put(word);
        }
    }

    void read(StateInput in) throws IOException {
        for (int i = 0; i < words.length; i++) {
            put(i, in.take());
        }
    }

    private void put(int word, long value) {
        hash.change(StateHash.place(TAG, 0, word), words[word], value);
        words[word] = value;
    }
}
