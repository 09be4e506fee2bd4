package io.clearhold.ledger.state;

import io.clearhold.core.lifecycle.MilestoneStatus;

/**
 * Milestones of payments, and those that a payment link gives to its payments; those of one owner
 * stand one after the other. What is held, released, refunded and charged back of the milestones of
 * a payment sums to the payment's own.
 */
public final class MilestoneTable extends RecordTable {
    /** How many a payment has at most. */
    public static final int MOST = 20;

    private static final int STATE = 1;
    private static final int NAME = 2;
    private static final int AMOUNT = 3;
    private static final int HELD = 4;
    private static final int RELEASED = 5;
    private static final int REFUNDED = 6;
    private static final int CHARGED_BACK = 7;
    private static final int FROZEN = 8;
    private static final int AUTO_CONFIRM_AT = 9;
    private static final int PAUSED = 10;
    private static final int EXTENDED = 11;
    private static final int SHIPMENT_SEQUENCE = 12;
    private static final int HASHED_WORDS = 13;
    private static final int WORDS = 13;

    MilestoneTable(StateHash hash) {
        super(24, WORDS, HASHED_WORDS, hash);
    }

    public MilestoneStatus status(int index) {
        return MilestoneStatus.of(getBits(index, STATE, 0, 8));
    }

    void status(int index, MilestoneStatus value) {
        setBits(index, STATE, 0, 8, value.code());
    }

    /** Whether it was not shipped when {@code ship_by} passed: the payer may claim it back. */
    public boolean late(int index) {
        return getBits(index, STATE, 8, 1) != 0;
    }

    void late(int index, boolean value) {
        setBits(index, STATE, 8, 1, value ? 1 : 0);
    }

    /** Whether its money came back after its end: its deadlines stand still. */
    public boolean stopped(int index) {
        return getBits(index, STATE, 9, 1) != 0;
    }

    void stopped(int index, boolean value) {
        setBits(index, STATE, 9, 1, value ? 1 : 0);
    }

    /** A keyed hash of its name, which itself stands in the text of the payment. */
    public long name(int index) {
        return get(index, NAME);
    }

    void name(int index, long value) {
        set(index, NAME, value);
    }

    public long amount(int index) {
        return get(index, AMOUNT);
    }

    void amount(int index, long value) {
        set(index, AMOUNT, value);
    }

    public long held(int index) {
        return get(index, HELD);
    }

    void held(int index, long value) {
        set(index, HELD, value);
    }

    public long released(int index) {
        return get(index, RELEASED);
    }

    void released(int index, long value) {
        set(index, RELEASED, value);
    }

    public long refunded(int index) {
        return get(index, REFUNDED);
    }

    void refunded(int index, long value) {
        set(index, REFUNDED, value);
    }

    public long chargedBack(int index) {
        return get(index, CHARGED_BACK);
    }

    void chargedBack(int index, long value) {
        set(index, CHARGED_BACK, value);
    }

    /** The part of what is held that a dispute freezes. */
    public long frozen(int index) {
        return get(index, FROZEN);
    }

    void frozen(int index, long value) {
        set(index, FROZEN, value);
    }

    public long unfrozen(int index) {
        return held(index) - frozen(index);
    }

    /** When it confirms itself; 0 while no such deadline runs. */
    public long autoConfirmAtMs(int index) {
        return get(index, AUTO_CONFIRM_AT);
    }

    void autoConfirmAtMs(int index, long value) {
        set(index, AUTO_CONFIRM_AT, value);
    }

    /** What was left of its deadline when a dispute paused it. */
    public long pausedMs(int index) {
        return get(index, PAUSED);
    }

    void pausedMs(int index, long value) {
        set(index, PAUSED, value);
    }

    public long extendedSeconds(int index) {
        return get(index, EXTENDED);
    }

    void extendedSeconds(int index, long value) {
        set(index, EXTENDED, value);
    }

    public long shipmentSequence(int index) {
        return get(index, SHIPMENT_SEQUENCE);
    }

    void shipmentSequence(int index, long value) {
        set(index, SHIPMENT_SEQUENCE, value);
    }

    /**
     * Room for {@code count} of an owner, who had {@code had} from {@code first} on; in their place
     * if they fit. What stood there is gone.
     */
    int make(long owner, int first, int had, int count) {
        for (int i = 0; i < had; i++) {
            clear(first + i);
        }
        if (count <= had) {
            return first;
        }
        int made = size();
        for (int i = 0; i < count; i++) {
            append(Mix.mix(owner, i + 1L));
        }
        return made;
    }

    private void clear(int index) {
        for (int word = STATE; word < WORDS; word++) {
            set(index, word, 0);
        }
    }
}
