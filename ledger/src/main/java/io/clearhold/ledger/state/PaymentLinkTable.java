package io.clearhold.ledger.state;

import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.ShareKind;

/** Payment links: the terms of the payments that they make. */
public final class PaymentLinkTable extends RecordTable {
    private static final int STATE = 1;
    private static final int PLATFORM = 2;
    private static final int PAYEE = 3;
    private static final int AMOUNT = 4;
    private static final int PAY_WITHIN = 5;
    private static final int SHIP_WITHIN = 6;
    private static final int AUTO_CONFIRM_AFTER = 7;
    private static final int MAX_USES = 8;
    private static final int EXPIRES_AT = 9;
    private static final int FEE_VALUE = 10;
    private static final int FEE_MIN = 11;
    private static final int FEE_MAX = 12;
    private static final int USES = 13;
    private static final int TEXT_SEQUENCE = 14;
    private static final int LAST_SEQUENCE = 15;
    private static final int CREATED_AT = 16;
    private static final int HASHED_WORDS = 17;
    private static final int FIRSTS = 17;
    private static final int WORDS = 18;

    PaymentLinkTable(StateHash hash) {
        super(39, WORDS, HASHED_WORDS, hash);
    }

    public boolean active(int index) {
        return getBits(index, STATE, 0, 1) != 0;
    }

    void active(int index, boolean value) {
        setBits(index, STATE, 0, 1, value ? 1 : 0);
    }

    public boolean autoRefund(int index) {
        return getBits(index, STATE, 1, 1) != 0;
    }

    void autoRefund(int index, boolean value) {
        setBits(index, STATE, 1, 1, value ? 1 : 0);
    }

    public PaymentMode mode(int index) {
        return PaymentMode.of(getBits(index, STATE, 8, 8));
    }

    void mode(int index, PaymentMode value) {
        setBits(index, STATE, 8, 8, value.code());
    }

    public ShareKind feeKind(int index) {
        return ShareKind.of(getBits(index, STATE, 16, 8));
    }

    void feeKind(int index, ShareKind value) {
        setBits(index, STATE, 16, 8, value.code());
    }

    public int currency(int index) {
        return getBits(index, STATE, 24, 16);
    }

    void currency(int index, int value) {
        setBits(index, STATE, 24, 16, value);
    }

    public int splitCount(int index) {
        return getBits(index, STATE, 40, 8);
    }

    void splitCount(int index, int value) {
        setBits(index, STATE, 40, 8, value);
    }

    public int milestoneCount(int index) {
        return getBits(index, STATE, 48, 8);
    }

    void milestoneCount(int index, int value) {
        setBits(index, STATE, 48, 8, value);
    }

    public long platform(int index) {
        return get(index, PLATFORM);
    }

    void platform(int index, long value) {
        set(index, PLATFORM, value);
    }

    public long payee(int index) {
        return get(index, PAYEE);
    }

    void payee(int index, long value) {
        set(index, PAYEE, value);
    }

    public long amount(int index) {
        return get(index, AMOUNT);
    }

    void amount(int index, long value) {
        set(index, AMOUNT, value);
    }

    /** Seconds from the creation of a payment to its {@code pay_by}; 0 for the default. */
    public long payWithinSeconds(int index) {
        return get(index, PAY_WITHIN);
    }

    void payWithinSeconds(int index, long value) {
        set(index, PAY_WITHIN, value);
    }

    /** Seconds from the creation of a payment to its {@code ship_by}; 0 for the default. */
    public long shipWithinSeconds(int index) {
        return get(index, SHIP_WITHIN);
    }

    void shipWithinSeconds(int index, long value) {
        set(index, SHIP_WITHIN, value);
    }

    public long autoConfirmAfterSeconds(int index) {
        return get(index, AUTO_CONFIRM_AFTER);
    }

    void autoConfirmAfterSeconds(int index, long value) {
        set(index, AUTO_CONFIRM_AFTER, value);
    }

    /** How many payments it makes at most; 0 for any number. */
    public long maxUses(int index) {
        return get(index, MAX_USES);
    }

    void maxUses(int index, long value) {
        set(index, MAX_USES, value);
    }

    /** From when on it makes none; 0 for never. */
    public long expiresAtMs(int index) {
        return get(index, EXPIRES_AT);
    }

    void expiresAtMs(int index, long value) {
        set(index, EXPIRES_AT, value);
    }

    public long feeValue(int index) {
        return get(index, FEE_VALUE);
    }

    void feeValue(int index, long value) {
        set(index, FEE_VALUE, value);
    }

    public long feeMin(int index) {
        return get(index, FEE_MIN);
    }

    void feeMin(int index, long value) {
        set(index, FEE_MIN, value);
    }

    public long feeMax(int index) {
        return get(index, FEE_MAX);
    }

    void feeMax(int index, long value) {
        set(index, FEE_MAX, value);
    }

    /** How many payments it has made. */
    public long uses(int index) {
        return get(index, USES);
    }

    void uses(int index, long value) {
        set(index, USES, value);
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

    public int firstSplit(int index) {
        return (int) get(index, FIRSTS);
    }

    public int firstMilestone(int index) {
        return (int) (get(index, FIRSTS) >>> 32);
    }

    void firsts(int index, int split, int milestone) {
        set(index, FIRSTS, ((long) milestone << 32) | (split & 0xffffffffL));
    }
}
