package io.clearhold.ledger.state;

import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.TopUpStatus;

/** Top-ups: what a channel collects for an account's own balance. */
public final class TopUpTable extends RecordTable {
    private static final int STATE = 1;
    private static final int ACCOUNT = 2;
    private static final int AMOUNT = 3;
    private static final int INSTRUCTION = 4;
    private static final int TEXT_SEQUENCE = 5;
    private static final int LAST_SEQUENCE = 6;
    private static final int CREATED_AT = 7;
    private static final int CLOSES_AT = 8;
    private static final int HASHED_WORDS = 9;
    private static final int DEADLINE = 9;
    private static final int WORDS = 10;

    TopUpTable(StateHash hash) {
        super(31, WORDS, HASHED_WORDS, hash);
    }

    public long account(int index) {
        return get(index, ACCOUNT);
    }

    void account(int index, long value) {
        set(index, ACCOUNT, value);
    }

    public long amount(int index) {
        return get(index, AMOUNT);
    }

    void amount(int index, long value) {
        set(index, AMOUNT, value);
    }

    public long instruction(int index) {
        return get(index, INSTRUCTION);
    }

    void instruction(int index, long value) {
        set(index, INSTRUCTION, value);
    }

    public long textSequence(int index) {
        return get(index, TEXT_SEQUENCE);
    }

    void textSequence(int index, long value) {
        set(index, TEXT_SEQUENCE, value);
    }

    public long lastSequence(int index) {
        return get(index, LAST_SEQUENCE);
    }

    void lastSequence(int index, long value) {
        set(index, LAST_SEQUENCE, value);
    }

    public long createdAtMs(int index) {
        return get(index, CREATED_AT);
    }

    void createdAtMs(int index, long value) {
        set(index, CREATED_AT, value);
    }

    /** When the channel is asked to close it; 0 once it was. */
    public long closesAtMs(int index) {
        return get(index, CLOSES_AT);
    }

    void closesAt(int index, long timeMs, Deadlines deadlines) {
        set(index, CLOSES_AT, timeMs);
        deadline(index, deadlines.schedule(deadline(index), id(index), timeMs));
    }

    int deadline(int index) {
        return (int) get(index, DEADLINE);
    }

    void deadline(int index, int value) {
        set(index, DEADLINE, value);
    }

    public TopUpStatus status(int index) {
        return TopUpStatus.of(getBits(index, STATE, 0, 8));
    }

    void status(int index, TopUpStatus value) {
        setBits(index, STATE, 0, 8, value.code());
    }

    public FailureReason failure(int index) {
        return FailureReason.of(getBits(index, STATE, 8, 8));
    }

    void failure(int index, FailureReason value) {
        setBits(index, STATE, 8, 8, value.code());
    }

    public int channel(int index) {
        return getBits(index, STATE, 16, 8);
    }

    void channel(int index, int value) {
        setBits(index, STATE, 16, 8, value);
    }

    public int currency(int index) {
        return getBits(index, STATE, 32, 16);
    }

    void currency(int index, int value) {
        setBits(index, STATE, 32, 16, value);
    }
}
