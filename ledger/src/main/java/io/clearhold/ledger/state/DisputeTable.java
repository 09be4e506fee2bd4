package io.clearhold.ledger.state;

import io.clearhold.core.lifecycle.DisputeParty;
import io.clearhold.core.lifecycle.DisputeStatus;

/** Disputes: what they freeze, whose turn it is until when, and in which frames they got there. */
public final class DisputeTable extends RecordTable {
    private static final int STATE = 1;
    private static final int PAYMENT = 2;
    private static final int AMOUNT = 3;
    private static final int FROZEN = 4;
    private static final int BUYER_AMOUNT = 5;
    private static final int SELLER_AMOUNT = 6;
    private static final int REFUND = 7;
    private static final int RESPOND_BY = 8;
    private static final int TEXT_SEQUENCE = 9;
    private static final int LAST_SEQUENCE = 10;
    private static final int CREATED_AT = 11;

    /** Two words for each {@link Step}. */
    private static final int STEPS = 12;

    private static final int HASHED_WORDS = STEPS + 2 * Step.values().length;
    private static final int INDEXES = HASHED_WORDS;
    private static final int WORDS = HASHED_WORDS + 1;

    /** What happens at most once in the life of a dispute and may bring a text. */
    public enum Step {
        REJECTED(0),
        AGREED(1),
        RETURNED(2),
        ESCALATED(3),
        ENDED(4);

        private final int word;

        Step(int place) {
            this.word = STEPS + 2 * place;
        }
    }

    DisputeTable(StateHash hash) {
        super(23, WORDS, HASHED_WORDS, hash);
    }

    public DisputeStatus status(int index) {
        return DisputeStatus.of(getBits(index, STATE, 0, 8));
    }

    void status(int index, DisputeStatus value) {
        setBits(index, STATE, 0, 8, value.code());
    }

    /** The code of the {@link DisputeParty} that escalated it; 0 before. */
    public int escalatedBy(int index) {
        return getBits(index, STATE, 8, 8);
    }

    void escalatedBy(int index, int value) {
        setBits(index, STATE, 8, 8, value);
    }

    /** The code of the {@link DisputeParty} that ended it; 0 before. */
    public int endedBy(int index) {
        return getBits(index, STATE, 16, 8);
    }

    void endedBy(int index, int value) {
        setBits(index, STATE, 16, 8, value);
    }

    public int currency(int index) {
        return getBits(index, STATE, 32, 16);
    }

    void currency(int index, int value) {
        setBits(index, STATE, 32, 16, value);
    }

    public int evidenceCount(int index) {
        return getBits(index, STATE, 48, 16);
    }

    void evidenceCount(int index, int value) {
        setBits(index, STATE, 48, 16, value);
    }

    public long payment(int index) {
        return get(index, PAYMENT);
    }

    void payment(int index, long value) {
        set(index, PAYMENT, value);
    }

    /** What it froze when it was opened. */
    public long amount(int index) {
        return get(index, AMOUNT);
    }

    void amount(int index, long value) {
        set(index, AMOUNT, value);
    }

    /** What it freezes now; 0 once it has ended. */
    public long frozen(int index) {
        return get(index, FROZEN);
    }

    void frozen(int index, long value) {
        set(index, FROZEN, value);
    }

    public long buyerAmount(int index) {
        return get(index, BUYER_AMOUNT);
    }

    void buyerAmount(int index, long value) {
        set(index, BUYER_AMOUNT, value);
    }

    public long sellerAmount(int index) {
        return get(index, SELLER_AMOUNT);
    }

    void sellerAmount(int index, long value) {
        set(index, SELLER_AMOUNT, value);
    }

    /** The refund of the payer's part, 0 if there is none. */
    public long refund(int index) {
        return get(index, REFUND);
    }

    void refund(int index, long value) {
        set(index, REFUND, value);
    }

    /** Until when somebody is to act; 0 once it has ended. */
    public long respondByMs(int index) {
        return get(index, RESPOND_BY);
    }

    void respondByMs(int index, long value) {
        set(index, RESPOND_BY, value);
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

    /** The frame of a step, 0 before. */
    public long sequenceOf(int index, Step step) {
        return get(index, step.word);
    }

    /** The time of a step, 0 before. */
    public long timeOf(int index, Step step) {
        return get(index, step.word + 1);
    }

    void step(int index, Step step, long sequence, long timeMs) {
        set(index, step.word, sequence);
        set(index, step.word + 1, timeMs);
    }

    /** The handle of its deadline. */
    int deadline(int index) {
        return (int) (get(index, INDEXES) >>> 32);
    }

    void deadline(int index, int value) {
        set(index, INDEXES, ((long) value << 32) | lastEvidence(index));
    }

    /**
     * The index in the {@link EvidenceTable} of the last piece, meaningless while there is none.
     */
    public int lastEvidence(int index) {
        return (int) get(index, INDEXES);
    }

    void lastEvidence(int index, int value) {
        set(index, INDEXES, ((long) deadline(index) << 32) | value);
    }
}
