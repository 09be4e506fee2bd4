package io.clearhold.ledger.state;

import io.clearhold.core.lifecycle.RiskAction;
import io.clearhold.core.lifecycle.RiskOperation;
import io.clearhold.core.lifecycle.RiskRule;

/**
 * Rules of accounts and keys, and what counts against them. Those of one owner are a list, whose
 * records are used again when its rules are set anew; a record without a kind is none.
 */
public final class LimitTable extends RecordTable {
    private static final int STATE = 1;
    private static final int VALUE = 2;
    private static final int WINDOW = 3;
    private static final int WINDOW_START = 4;
    private static final int USED = 5;
    private static final int HASHED_WORDS = 6;
    private static final int NEXT = 6;
    private static final int WORDS = 7;

    LimitTable(StateHash hash) {
        super(34, WORDS, HASHED_WORDS, hash);
    }

    /** The rule behind a handle, or -1. */
    public int at(int handle) {
        return handle - 1;
    }

    /** The next rule of the same owner, or -1. */
    public int next(int index) {
        return (int) get(index, NEXT) - 1;
    }

    /** Whether there is a rule in this record. */
    public boolean isSet(int index) {
        return getBits(index, STATE, 8, 8) != 0;
    }

    public RiskOperation operation(int index) {
        return RiskOperation.of(getBits(index, STATE, 0, 8));
    }

    public RiskRule kind(int index) {
        return RiskRule.of(getBits(index, STATE, 8, 8));
    }

    public RiskAction action(int index) {
        return RiskAction.of(getBits(index, STATE, 16, 8));
    }

    /** Of amounts; 0 for rules of any currency. */
    public int currency(int index) {
        return getBits(index, STATE, 32, 16);
    }

    /** An amount, a count, an account, or the keyed hash of a number. */
    public long value(int index) {
        return get(index, VALUE);
    }

    /** How long what was used counts. */
    public long windowMs(int index) {
        return get(index, WINDOW);
    }

    public long windowStartMs(int index) {
        return get(index, WINDOW_START);
    }

    /** What was used since then. */
    public long used(int index) {
        return get(index, USED);
    }

    void use(int index, long windowStartMs, long used) {
        set(index, WINDOW_START, windowStartMs);
        set(index, USED, used);
    }

    void clear(int index) {
        set(index, STATE, 0);
        set(index, VALUE, 0);
        set(index, WINDOW, 0);
        use(index, 0, 0);
    }

    void fill(
            int index,
            int operation,
            int kind,
            int action,
            int currency,
            long value,
            long windowMs) {
        set(
                index,
                STATE,
                operation | ((long) kind << 8) | ((long) action << 16) | ((long) currency << 32));
        set(index, VALUE, value);
        set(index, WINDOW, windowMs);
        use(index, 0, 0);
    }

    /** A new record behind {@code last}, or the first if that is -1. */
    int grow(long owner, int place, int last) {
        int index = append(Mix.mix(owner, place));
        if (last >= 0) {
            set(last, NEXT, index + 1);
        }
        return index;
    }
}
