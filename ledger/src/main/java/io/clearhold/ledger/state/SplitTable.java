package io.clearhold.ledger.state;

import io.clearhold.core.lifecycle.ShareKind;

/** Splits of payments; those of one payment stand one after the other. */
public final class SplitTable extends RecordTable {
    private static final int STATE = 1;
    private static final int ACCOUNT = 2;
    private static final int FIXED = 3;
    private static final int TAKEN = 4;
    private static final int HASHED_WORDS = 5;
    private static final int WORDS = 5;

    SplitTable(StateHash hash) {
        super(2, WORDS, HASHED_WORDS, hash);
    }

    public long account(int index) {
        return get(index, ACCOUNT);
    }

    void account(int index, long value) {
        set(index, ACCOUNT, value);
    }

    /** Its amount, or its parts of ten thousand. */
    public long value(int index) {
        return kind(index) == ShareKind.BPS ? getBits(index, STATE, 8, 14) : get(index, FIXED);
    }

    /** A split that is an amount is fixed from the beginning. */
    void terms(int index, ShareKind kind, long value) {
        boolean bps = kind == ShareKind.BPS;
        setBits(index, STATE, 0, 8, kind.code());
        setBits(index, STATE, 8, 14, bps ? (int) value : 0);
        set(index, FIXED, bps ? 0 : value);
    }

    /** What it comes to of what was collected; 0 while nothing was. */
    public long fixed(int index) {
        return getBits(index, STATE, 22, 1) == 0 ? 0 : get(index, FIXED);
    }

    void fixed(int index, long value) {
        setBits(index, STATE, 22, 1, 1);
        set(index, FIXED, value);
    }

    public long taken(int index) {
        return get(index, TAKEN);
    }

    void taken(int index, long value) {
        set(index, TAKEN, value);
    }

    public ShareKind kind(int index) {
        return ShareKind.of(getBits(index, STATE, 0, 8));
    }

    void put(int index, long account, int kind, long value) {
        account(index, account);
        terms(index, ShareKind.of(kind), value);
    }

    /**
     * Room for {@code count} of a payment, which had {@code had} from {@code first} on; in their
     * place if they fit. What stood there is gone.
     */
    int make(long payment, int first, int had, int count) {
        for (int i = 0; i < had; i++) {
            for (int word = STATE; word < WORDS; word++) {
                set(first + i, word, 0);
            }
        }
        if (count <= had) {
            return first;
        }
        int made = size();
        for (int i = 0; i < count; i++) {
            append(Mix.mix(payment, i + 1L));
        }
        return made;
    }
}
