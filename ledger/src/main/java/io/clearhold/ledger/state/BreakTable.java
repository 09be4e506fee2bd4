package io.clearhold.ledger.state;

import io.clearhold.core.proof.BreakAction;
import io.clearhold.core.proof.BreakStatus;
import io.clearhold.core.proof.BreakType;
import io.clearhold.core.proof.EntrySide;

/** What ledger and bank do not agree about. */
public final class BreakTable extends RecordTable {
    private static final int STATE = 1;
    private static final int AMOUNT = 2;
    private static final int PAYMENT = 3;
    private static final int INSTRUCTION = 4;
    private static final int STATEMENT = 5;
    private static final int LINE = 6;
    private static final int LAST_SEQUENCE = 7;
    private static final int CREATED_AT = 8;
    private static final int ASSIGNED_SEQUENCE = 9;
    private static final int ACCOUNT = 10;
    private static final int PARTNER = 11;

    /** Action and movement of its treatment. */
    private static final int TREATED = 12;

    private static final int WORDS = 13;

    BreakTable(StateHash hash) {
        super(16, WORDS, WORDS, hash);
    }

    public long amount(int index) {
        return get(index, AMOUNT);
    }

    void amount(int index, long value) {
        set(index, AMOUNT, value);
    }

    /** The payment that it is about, 0 if it is not known. */
    public long payment(int index) {
        return get(index, PAYMENT);
    }

    void payment(int index, long value) {
        set(index, PAYMENT, value);
    }

    /** The movement that it is about, 0 if it is not known. */
    public long instruction(int index) {
        return get(index, INSTRUCTION);
    }

    void instruction(int index, long value) {
        set(index, INSTRUCTION, value);
    }

    /** The statement that showed it, 0 if none did. */
    public long statement(int index) {
        return get(index, STATEMENT);
    }

    void statement(int index, long value) {
        set(index, STATEMENT, value);
    }

    public long line(int index) {
        return get(index, LINE);
    }

    void line(int index, long value) {
        set(index, LINE, value);
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

    /** The frame that says who looks after it, 0 if nobody does. */
    public long assignedSequence(int index) {
        return get(index, ASSIGNED_SEQUENCE);
    }

    void assignedSequence(int index, long value) {
        set(index, ASSIGNED_SEQUENCE, value);
    }

    /** The code of what was done about it, 0 if nothing was. */
    public int action(int index) {
        return getBits(index, TREATED, 0, 8);
    }

    /** The account that was credited or charged, 0 if none was. */
    public long treatedAccount(int index) {
        return get(index, ACCOUNT);
    }

    /** The movement that it was matched to, or the instruction that sends it back; 0 if none. */
    public long partner(int index) {
        return get(index, PARTNER);
    }

    /** The code of the movement that it was matched to, 0 if to none. */
    public int partnerMovement(int index) {
        return getBits(index, TREATED, 8, 8);
    }

    void treatment(int index, int action, long account, long partner, int movement) {
        setBits(index, TREATED, 0, 8, action);
        setBits(index, TREATED, 8, 8, movement);
        set(index, ACCOUNT, account);
        set(index, PARTNER, partner);
    }

    /** The action that was proposed when it was opened. */
    public BreakAction treatment(int index) {
        return BreakAction.of(getBits(index, STATE, 56, 8));
    }

    void treatment(int index, BreakAction value) {
        setBits(index, STATE, 56, 8, value.code());
    }

    public BreakStatus status(int index) {
        return BreakStatus.of(getBits(index, STATE, 0, 8));
    }

    void status(int index, BreakStatus value) {
        setBits(index, STATE, 0, 8, value.code());
    }

    public BreakType type(int index) {
        return BreakType.of(getBits(index, STATE, 8, 8));
    }

    void type(int index, BreakType value) {
        setBits(index, STATE, 8, 8, value.code());
    }

    /** Credit: money that came; debit: money that left or is missing. */
    public EntrySide direction(int index) {
        return EntrySide.of(getBits(index, STATE, 16, 8));
    }

    void direction(int index, EntrySide value) {
        setBits(index, STATE, 16, 8, value.code());
    }

    public int channel(int index) {
        return getBits(index, STATE, 24, 8);
    }

    void channel(int index, int value) {
        setBits(index, STATE, 24, 8, value);
    }

    /** The code of the movement that is missing, 0 if it is about none. */
    public int movement(int index) {
        return getBits(index, STATE, 48, 8);
    }

    void movement(int index, int value) {
        setBits(index, STATE, 48, 8, value);
    }

    public int currency(int index) {
        return getBits(index, STATE, 32, 16);
    }

    void currency(int index, int value) {
        setBits(index, STATE, 32, 16, value);
    }
}
