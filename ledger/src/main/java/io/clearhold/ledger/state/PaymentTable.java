package io.clearhold.ledger.state;

import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ShareKind;

/** Payments: terms, what was collected, and where each cent of it is. */
public final class PaymentTable extends RecordTable {
    private static final int STATE = 1;
    private static final int TERMS = 2;
    private static final int PLATFORM = 3;
    private static final int PAYEE = 4;
    private static final int PAYER = 5;
    private static final int AMOUNT = 6;
    private static final int HELD = 7;
    private static final int RELEASED = 8;
    private static final int REFUNDED = 9;
    private static final int FEE_FIXED = 10;
    private static final int FEE_TAKEN = 11;
    private static final int PAY_BY = 12;
    private static final int SHIP_BY = 13;
    private static final int AUTO_CONFIRM_AT = 14;
    private static final int AUTO_CONFIRM_AFTER = 15;
    private static final int INSTRUCTION = 16;
    private static final int REFERENCE_HIGH = 17;
    private static final int REFERENCE_LOW = 18;
    private static final int LAST_SEQUENCE = 19;
    private static final int TEXT_SEQUENCE = 20;
    private static final int SHIPMENT_SEQUENCE = 21;
    private static final int CREATED_AT = 22;
    private static final int HASHED_WORDS = 23;
    private static final int INDEXES = 23;
    private static final int PAYEE_WALLET = 24;
    private static final int WORDS = 25;

    PaymentTable(StateHash hash) {
        super(1, WORDS, HASHED_WORDS, hash);
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

    public long payer(int index) {
        return get(index, PAYER);
    }

    void payer(int index, long value) {
        set(index, PAYER, value);
    }

    public long amount(int index) {
        return get(index, AMOUNT);
    }

    void amount(int index, long value) {
        set(index, AMOUNT, value);
    }

    /** All of its amount, or nothing yet. */
    public long collected(int index) {
        return getBits(index, STATE, 51, 1) == 0 ? 0 : amount(index);
    }

    void collected(int index, boolean value) {
        setBits(index, STATE, 51, 1, value ? 1 : 0);
    }

    /** Who its creator is, as the {@link ExtrasTable} understands it. */
    int creatorCode(int index) {
        return getBits(index, STATE, 52, 2);
    }

    void creatorCode(int index, int value) {
        setBits(index, STATE, 52, 2, value);
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

    /** Its amount, or its parts of ten thousand. */
    public long feeValue(int index) {
        return feeKind(index) == ShareKind.BPS
                ? getBits(index, TERMS, 49, 14)
                : get(index, FEE_FIXED);
    }

    /** A fee that is an amount is fixed from the beginning. */
    void fee(int index, ShareKind kind, long value) {
        boolean bps = kind == ShareKind.BPS;
        setBits(index, TERMS, 16, 8, kind.code());
        setBits(index, TERMS, 49, 14, bps ? (int) value : 0);
        set(index, FEE_FIXED, bps ? 0 : value);
    }

    /** What it comes to of what was collected; 0 while nothing was. */
    public long feeFixed(int index) {
        return collected(index) == 0 ? 0 : get(index, FEE_FIXED);
    }

    void feeFixed(int index, long value) {
        set(index, FEE_FIXED, value);
    }

    public long feeTaken(int index) {
        return get(index, FEE_TAKEN);
    }

    void feeTaken(int index, long value) {
        set(index, FEE_TAKEN, value);
    }

    public long payByMs(int index) {
        return get(index, PAY_BY);
    }

    void payByMs(int index, long value) {
        set(index, PAY_BY, value);
    }

    public long shipByMs(int index) {
        return get(index, SHIP_BY);
    }

    void shipByMs(int index, long value) {
        set(index, SHIP_BY, value);
    }

    public long autoConfirmAtMs(int index) {
        return get(index, AUTO_CONFIRM_AT);
    }

    void autoConfirmAtMs(int index, long value) {
        set(index, AUTO_CONFIRM_AT, value);
    }

    public long autoConfirmAfterSeconds(int index) {
        return get(index, AUTO_CONFIRM_AFTER);
    }

    void autoConfirmAfterSeconds(int index, long value) {
        set(index, AUTO_CONFIRM_AFTER, value);
    }

    public long instruction(int index) {
        return get(index, INSTRUCTION);
    }

    void instruction(int index, long value) {
        set(index, INSTRUCTION, value);
    }

    /** The account whose wallet paid, who is the payer then; 0 if none did. */
    public long wallet(int index) {
        return getBits(index, STATE, 50, 1) != 0 ? payer(index) : 0;
    }

    void paidByWallet(int index, boolean value) {
        setBits(index, STATE, 50, 1, value ? 1 : 0);
    }

    public long referenceHigh(int index) {
        return get(index, REFERENCE_HIGH);
    }

    void referenceHigh(int index, long value) {
        set(index, REFERENCE_HIGH, value);
    }

    public long referenceLow(int index) {
        return get(index, REFERENCE_LOW);
    }

    void referenceLow(int index, long value) {
        set(index, REFERENCE_LOW, value);
    }

    public long lastSequence(int index) {
        return get(index, LAST_SEQUENCE);
    }

    void lastSequence(int index, long value) {
        set(index, LAST_SEQUENCE, value);
    }

    public long textSequence(int index) {
        return get(index, TEXT_SEQUENCE);
    }

    void textSequence(int index, long value) {
        set(index, TEXT_SEQUENCE, value);
    }

    public long shipmentSequence(int index) {
        return get(index, SHIPMENT_SEQUENCE);
    }

    void shipmentSequence(int index, long value) {
        set(index, SHIPMENT_SEQUENCE, value);
    }

    public long createdAtMs(int index) {
        return get(index, CREATED_AT);
    }

    void createdAtMs(int index, long value) {
        set(index, CREATED_AT, value);
    }

    public int firstSplit(int index) {
        return (int) get(index, INDEXES);
    }

    void firstSplit(int index, int value) {
        set(index, INDEXES, (get(index, INDEXES) & ~0xffffffffL) | (value & 0xffffffffL));
    }

    /** The handle of its deadline. */
    int deadline(int index) {
        return (int) (get(index, INDEXES) >>> 32);
    }

    void deadline(int index, int value) {
        set(index, INDEXES, ((long) value << 32) | (get(index, INDEXES) & 0xffffffffL));
    }

    /** The payee's wallet of its currency, plus one; 0 while it is not known. */
    int payeeWallet(int index) {
        return (int) get(index, PAYEE_WALLET);
    }

    void payeeWallet(int index, int value) {
        set(index, PAYEE_WALLET, (get(index, PAYEE_WALLET) & ~0xffffffffL) | (value & 0xffffffffL));
    }

    /** Its record in the {@link ExtrasTable}, plus one; 0 while it has none. */
    int extras(int index) {
        return (int) (get(index, PAYEE_WALLET) >>> 32);
    }

    void extras(int index, int value) {
        set(index, PAYEE_WALLET, ((long) value << 32) | (get(index, PAYEE_WALLET) & 0xffffffffL));
    }

    public PaymentStatus status(int index) {
        return PaymentStatus.of(getBits(index, STATE, 0, 8));
    }

    void status(int index, PaymentStatus value) {
        setBits(index, STATE, 0, 8, value.code());
    }

    public FailureReason lastError(int index) {
        return FailureReason.of(getBits(index, STATE, 8, 8));
    }

    void lastError(int index, FailureReason value) {
        setBits(index, STATE, 8, 8, value.code());
    }

    public int closing(int index) {
        return getBits(index, STATE, 16, 8);
    }

    void closing(int index, int value) {
        setBits(index, STATE, 16, 8, value);
    }

    public int channel(int index) {
        return getBits(index, STATE, 24, 8);
    }

    void channel(int index, int value) {
        setBits(index, STATE, 24, 8, value);
    }

    public int attempt(int index) {
        return getBits(index, STATE, 32, 16);
    }

    void attempt(int index, int value) {
        setBits(index, STATE, 32, 16, value);
    }

    public boolean shipByPassed(int index) {
        return getBits(index, STATE, 48, 1) != 0;
    }

    void shipByPassed(int index, boolean value) {
        setBits(index, STATE, 48, 1, value ? 1 : 0);
    }

    public int currency(int index) {
        return getBits(index, TERMS, 0, 16);
    }

    void currency(int index, int value) {
        setBits(index, TERMS, 0, 16, value);
    }

    public ShareKind feeKind(int index) {
        return ShareKind.of(getBits(index, TERMS, 16, 8));
    }

    public Role creatorRole(int index) {
        return Role.of(getBits(index, TERMS, 24, 8));
    }

    void creatorRole(int index, Role value) {
        setBits(index, TERMS, 24, 8, value.code());
    }

    public int splitCount(int index) {
        return getBits(index, TERMS, 32, 8);
    }

    void splitCount(int index, int value) {
        setBits(index, TERMS, 32, 8, value);
    }

    public PaymentMode mode(int index) {
        return PaymentMode.of(getBits(index, TERMS, 40, 8));
    }

    void mode(int index, PaymentMode value) {
        setBits(index, TERMS, 40, 8, value.code());
    }

    public boolean autoRefund(int index) {
        return getBits(index, TERMS, 48, 1) != 0;
    }

    void autoRefund(int index, boolean value) {
        setBits(index, TERMS, 48, 1, value ? 1 : 0);
    }

    /** Whether a statement has shown its collection; a wallet's money needs none. */
    public boolean proven(int index) {
        return getBits(index, STATE, 49, 1) != 0;
    }

    void proven(int index, boolean value) {
        setBits(index, STATE, 49, 1, value ? 1 : 0);
    }
}
