package io.clearhold.ledger.state;

import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.lifecycle.InstructionStatus;

/** Instructions to banks. */
public final class InstructionTable extends RecordTable {
    private static final int STATE = 1;
    private static final int SUBJECT = 2;
    private static final int PAYMENT = 3;
    private static final int AMOUNT = 4;
    private static final int TEXT_SEQUENCE = 5;
    private static final int CLAIMED_AT = 6;
    private static final int NEXT_ACTION = 7;
    private static final int SETTLED_AMOUNT = 8;
    private static final int DAYS = 9;
    private static final int HASHED_WORDS = 10;
    private static final int DEADLINE = 10;
    private static final int WORDS = 11;

    InstructionTable(StateHash hash) {
        super(5, WORDS, HASHED_WORDS, hash);
    }

    public long subject(int index) {
        return get(index, SUBJECT);
    }

    void subject(int index, long value) {
        set(index, SUBJECT, value);
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

    public long claimedAtMs(int index) {
        return get(index, CLAIMED_AT);
    }

    void claimedAtMs(int index, long value) {
        set(index, CLAIMED_AT, value);
    }

    public long nextActionMs(int index) {
        return get(index, NEXT_ACTION);
    }

    void nextActionMs(int index, long value) {
        set(index, NEXT_ACTION, value);
    }

    int deadline(int index) {
        return (int) get(index, DEADLINE);
    }

    void deadline(int index, int value) {
        set(index, DEADLINE, value);
    }

    public InstructionKind kind(int index) {
        return InstructionKind.of(getBits(index, STATE, 0, 8));
    }

    void kind(int index, InstructionKind value) {
        setBits(index, STATE, 0, 8, value.code());
    }

    public InstructionStatus status(int index) {
        return InstructionStatus.of(getBits(index, STATE, 8, 8));
    }

    void status(int index, InstructionStatus value) {
        setBits(index, STATE, 8, 8, value.code());
    }

    public int channel(int index) {
        return getBits(index, STATE, 16, 8);
    }

    void channel(int index, int value) {
        setBits(index, STATE, 16, 8, value);
    }

    public int rung(int index) {
        return getBits(index, STATE, 24, 8);
    }

    void rung(int index, int value) {
        setBits(index, STATE, 24, 8, value);
    }

    public int currency(int index) {
        return getBits(index, STATE, 32, 16);
    }

    void currency(int index, int value) {
        setBits(index, STATE, 32, 16, value);
    }

    /** What the bank said it moved; 0 until it did. */
    public long settledAmount(int index) {
        return get(index, SETTLED_AMOUNT);
    }

    void settledAmount(int index, long value) {
        set(index, SETTLED_AMOUNT, value);
    }

    /** The business day in which the movement was booked. */
    public int settledDay(int index) {
        return getBits(index, DAYS, 0, 31);
    }

    void settledDay(int index, int value) {
        setBits(index, DAYS, 0, 31, value);
    }

    /** The business day in which its return was booked. */
    public int returnedDay(int index) {
        return getBits(index, DAYS, 32, 31);
    }

    void returnedDay(int index, int value) {
        setBits(index, DAYS, 32, 31, value);
    }

    /** Whether a statement has shown the movement. */
    public boolean proven(int index) {
        return getBits(index, STATE, 49, 1) != 0;
    }

    void proven(int index, boolean value) {
        setBits(index, STATE, 49, 1, value ? 1 : 0);
    }

    /** Whether a statement has shown its return. */
    public boolean returnProven(int index) {
        return getBits(index, STATE, 50, 1) != 0;
    }

    void returnProven(int index, boolean value) {
        setBits(index, STATE, 50, 1, value ? 1 : 0);
    }

    public boolean closing(int index) {
        return getBits(index, STATE, 48, 1) != 0;
    }

    void closing(int index, boolean value) {
        setBits(index, STATE, 48, 1, value ? 1 : 0);
    }
}
