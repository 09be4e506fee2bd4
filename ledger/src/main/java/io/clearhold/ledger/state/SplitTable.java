package io.clearhold.ledger.state;

import io.clearhold.core.lifecycle.ShareKind;

/** Splits of payments; those of one payment stand one after the other. */
public final class SplitTable extends RecordTable {
    private static final int STATE = 1;
    private static final int ACCOUNT = 2;
    private static final int VALUE = 3;
    private static final int FIXED = 4;
    private static final int TAKEN = 5;
    private static final int HASHED_WORDS = 6;
    private static final int WORDS = 6;

    SplitTable(StateHash hash) {
        super(2, WORDS, HASHED_WORDS, hash);
    }

    public long account(int index) {
        return get(index, ACCOUNT);
    }

    void account(int index, long value) {
        set(index, ACCOUNT, value);
    }

    public long value(int index) {
        return get(index, VALUE);
    }

    void value(int index, long value) {
        set(index, VALUE, value);
    }

    public long fixed(int index) {
        return get(index, FIXED);
    }

    void fixed(int index, long value) {
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

    void kind(int index, ShareKind value) {
        setBits(index, STATE, 0, 8, value.code());
    }
}
