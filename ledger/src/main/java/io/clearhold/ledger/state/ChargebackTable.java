package io.clearhold.ledger.state;

import io.clearhold.core.lifecycle.ChargebackStatus;

/** Chargebacks. A payment has at most one; its legs are in the {@link LegTable}. */
public final class ChargebackTable extends RecordTable {
    private static final int STATE = 1;
    private static final int PAYMENT = 2;
    private static final int INSTRUCTION = 3;
    private static final int AMOUNT = 4;
    private static final int COST = 5;
    private static final int FROM_HELD = 6;
    private static final int EXCESS = 7;
    private static final int EXCESS_BREAK = 8;
    private static final int EVIDENCE_SEQUENCE = 9;
    private static final int RESPOND_BY = 10;
    private static final int LAST_SEQUENCE = 11;
    private static final int CREATED_AT = 12;
    private static final int HASHED_WORDS = 13;
    private static final int LINKS = 13;
    private static final int WORDS = 14;

    ChargebackTable(StateHash hash) {
        super(50, WORDS, HASHED_WORDS, hash);
    }

    public long payment(int index) {
        return get(index, PAYMENT);
    }

    void payment(int index, long value) {
        set(index, PAYMENT, value);
    }

    /** The instruction that had collected the money. */
    public long instruction(int index) {
        return get(index, INSTRUCTION);
    }

    void instruction(int index, long value) {
        set(index, INSTRUCTION, value);
    }

    /** All that the bank took, without its cost. */
    public long amount(int index) {
        return get(index, AMOUNT);
    }

    void amount(int index, long value) {
        set(index, AMOUNT, value);
    }

    /** What the channel charges for it. */
    public long cost(int index) {
        return get(index, COST);
    }

    void cost(int index, long value) {
        set(index, COST, value);
    }

    /** What of the amount was held. */
    public long fromHeld(int index) {
        return get(index, FROM_HELD);
    }

    void fromHeld(int index, long value) {
        set(index, FROM_HELD, value);
    }

    /** What of the amount the payment had no more: it had been refunded. */
    public long excess(int index) {
        return get(index, EXCESS);
    }

    void excess(int index, long value) {
        set(index, EXCESS, value);
    }

    /** The break that asks for the excess; 0 if there is none. */
    public long excessBreak(int index) {
        return get(index, EXCESS_BREAK);
    }

    void excessBreak(int index, long value) {
        set(index, EXCESS_BREAK, value);
    }

    /** The frame that brought the payee's evidence; 0 if none did. */
    public long evidenceSequence(int index) {
        return get(index, EVIDENCE_SEQUENCE);
    }

    void evidenceSequence(int index, long value) {
        set(index, EVIDENCE_SEQUENCE, value);
    }

    /** Until when the payee may answer. */
    public long respondByMs(int index) {
        return get(index, RESPOND_BY);
    }

    void respondByMs(int index, long value) {
        set(index, RESPOND_BY, value);
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

    public ChargebackStatus status(int index) {
        return ChargebackStatus.of(getBits(index, STATE, 0, 8));
    }

    void status(int index, ChargebackStatus value) {
        setBits(index, STATE, 0, 8, value.code());
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

    /** How many legs it has; they stand one after the other. */
    public int legCount(int index) {
        return getBits(index, STATE, 48, 16);
    }

    public int firstLeg(int index) {
        return (int) get(index, LINKS);
    }

    void legs(int index, int first, int count) {
        set(index, LINKS, (get(index, LINKS) & ~0xffffffffL) | (first & 0xffffffffL));
        setBits(index, STATE, 48, 16, count);
    }

    /** The handle of its deadline. */
    int deadline(int index) {
        return (int) (get(index, LINKS) >>> 32);
    }

    void deadline(int index, int value) {
        set(index, LINKS, ((long) value << 32) | (get(index, LINKS) & 0xffffffffL));
    }
}
