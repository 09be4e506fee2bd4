package io.clearhold.ledger.state;

import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.PayoutStatus;

/** Payouts. */
public final class PayoutTable extends RecordTable {
    private static final int STATE = 1;
    private static final int ACCOUNT = 2;
    private static final int AMOUNT = 3;
    private static final int TEXT_SEQUENCE = 4;
    private static final int LAST_SEQUENCE = 5;
    private static final int CREATED_AT = 6;
    private static final int INSTRUCTION = 7;
    private static final int HASHED_WORDS = 8;
    private static final int WORDS = 8;

    PayoutTable(StateHash hash) {
        super(4, WORDS, HASHED_WORDS, hash);
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

    public long instruction(int index) {
        return get(index, INSTRUCTION);
    }

    void instruction(int index, long value) {
        set(index, INSTRUCTION, value);
    }

    public PayoutStatus status(int index) {
        return PayoutStatus.of(getBits(index, STATE, 0, 8));
    }

    void status(int index, PayoutStatus value) {
        setBits(index, STATE, 0, 8, value.code());
    }

    public FailureReason failure(int index) {
        return FailureReason.of(getBits(index, STATE, 8, 8));
    }

    void failure(int index, FailureReason value) {
        setBits(index, STATE, 8, 8, value.code());
    }

    public boolean hasDestination(int index) {
        return getBits(index, STATE, 16, 1) != 0;
    }

    void hasDestination(int index, boolean value) {
        setBits(index, STATE, 16, 1, value ? 1 : 0);
    }

    /** Whether it came back for an account that was closed meanwhile: to suspense. */
    public boolean suspended(int index) {
        return getBits(index, STATE, 17, 1) != 0;
    }

    void suspended(int index, boolean value) {
        setBits(index, STATE, 17, 1, value ? 1 : 0);
    }

    /** Whether a rule holds it: no bank is told until the staff releases it. */
    public boolean held(int index) {
        return getBits(index, STATE, 18, 1) != 0;
    }

    void held(int index, boolean value) {
        setBits(index, STATE, 18, 1, value ? 1 : 0);
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
