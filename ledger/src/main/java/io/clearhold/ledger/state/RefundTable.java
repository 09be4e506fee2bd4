package io.clearhold.ledger.state;

import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.RefundStatus;

/** Refunds. */
public final class RefundTable extends RecordTable {
    private static final int STATE = 1;
    private static final int PAYMENT = 2;
    private static final int AMOUNT = 3;
    private static final int TEXT_SEQUENCE = 4;
    private static final int LAST_SEQUENCE = 5;
    private static final int CREATED_AT = 6;
    private static final int HASHED_WORDS = 7;
    private static final int FIRST_LEG = 7;
    private static final int WORDS = 8;

    RefundTable(StateHash hash) {
        super(3, WORDS, HASHED_WORDS, hash);
    }

    public long payment(int index) {
        return get(index, PAYMENT);
    }

    void payment(int index, long value) {
        set(index, PAYMENT, value);
    }

    public long amount(int index) {
        return get(index, AMOUNT);
    }

    void amount(int index, long value) {
        set(index, AMOUNT, value);
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

    public RefundStatus status(int index) {
        return RefundStatus.of(getBits(index, STATE, 0, 8));
    }

    void status(int index, RefundStatus value) {
        setBits(index, STATE, 0, 8, value.code());
    }

    public FailureReason failure(int index) {
        return FailureReason.of(getBits(index, STATE, 8, 8));
    }

    void failure(int index, FailureReason value) {
        setBits(index, STATE, 8, 8, value.code());
    }

    /** How many legs a clawback has; 0 if the money was held. They stand one after the other. */
    public int legCount(int index) {
        return getBits(index, STATE, 48, 16);
    }

    public int firstLeg(int index) {
        return (int) get(index, FIRST_LEG);
    }

    void legs(int index, int first, int count) {
        set(index, FIRST_LEG, first);
        setBits(index, STATE, 48, 16, count);
    }

    public int channel(int index) {
        return getBits(index, STATE, 24, 8);
    }

    void channel(int index, int value) {
        setBits(index, STATE, 24, 8, value);
    }

    public int currency(int index) {
        return getBits(index, STATE, 32, 16);
    }

    void currency(int index, int value) {
        setBits(index, STATE, 32, 16, value);
    }
}
