package io.clearhold.ledger.state;

import io.clearhold.core.approval.ApprovalKind;
import io.clearhold.core.approval.ApprovalStatus;
import org.agrona.collections.Long2LongHashMap;

/** What one person proposed and a second one decides; at most one is open for an object. */
public final class ApprovalTable extends RecordTable {
    private static final int STATE = 1;
    private static final int SUBJECT = 2;

    /** The numbers stand one after the other. */
    private static final int FIRST_NUMBER = 3;

    private static final int PROPOSER = FIRST_NUMBER + ApprovalKind.NUMBERS;
    private static final int DECIDER = PROPOSER + 1;
    private static final int EXPIRES_AT = PROPOSER + 2;
    private static final int DECIDED_AT = PROPOSER + 3;
    private static final int FAILURE_FIRST = PROPOSER + 4;
    private static final int FAILURE_SECOND = PROPOSER + 5;
    private static final int DECISION_SEQUENCE = PROPOSER + 6;
    private static final int TEXT_SEQUENCE = PROPOSER + 7;
    private static final int LAST_SEQUENCE = PROPOSER + 8;
    private static final int CREATED_AT = PROPOSER + 9;
    private static final int HASHED_WORDS = PROPOSER + 10;
    private static final int DEADLINE = HASHED_WORDS;
    private static final int WORDS = HASHED_WORDS + 1;

    /** The open approval of an object; follows from the records. */
    private final Long2LongHashMap open = new Long2LongHashMap(0);

    ApprovalTable(StateHash hash) {
        super(35, WORDS, HASHED_WORDS, hash);
    }

    /** The open approval about an object, 0 if there is none. */
    public long openFor(long subject) {
        return open.get(subject);
    }

    void opened(int index) {
        if (subject(index) != 0) {
            open.put(subject(index), id(index));
        }
    }

    void closed(int index) {
        open.remove(subject(index));
    }

    /** What follows from the records, once they are read back. */
    void index() {
        for (int i = 0; i < size(); i++) {
            if (status(i) == ApprovalStatus.PROPOSED) {
                opened(i);
            }
        }
    }

    public ApprovalKind kind(int index) {
        return ApprovalKind.of(getBits(index, STATE, 0, 8));
    }

    void kind(int index, ApprovalKind value) {
        setBits(index, STATE, 0, 8, value.code());
    }

    public ApprovalStatus status(int index) {
        return ApprovalStatus.of(getBits(index, STATE, 8, 8));
    }

    void status(int index, ApprovalStatus value) {
        setBits(index, STATE, 8, 8, value.code());
    }

    /** The number of the result code that it failed with, 0 if it did not. */
    public int failure(int index) {
        return getBits(index, STATE, 16, 16);
    }

    void failure(int index, int value) {
        setBits(index, STATE, 16, 16, value);
    }

    /** The object that it is about, 0 if there is none. */
    public long subject(int index) {
        return get(index, SUBJECT);
    }

    void subject(int index, long value) {
        set(index, SUBJECT, value);
    }

    /** One of its numbers, from 0 on; the kind says what it means. */
    public long number(int index, int which) {
        return get(index, FIRST_NUMBER + which);
    }

    void number(int index, int which, long value) {
        set(index, FIRST_NUMBER + which, value);
    }

    /** The key of the person who proposed it. */
    public long proposer(int index) {
        return get(index, PROPOSER);
    }

    void proposer(int index, long value) {
        set(index, PROPOSER, value);
    }

    /** The key of the person who decided it, 0 if nobody did. */
    public long decider(int index) {
        return get(index, DECIDER);
    }

    void decider(int index, long value) {
        set(index, DECIDER, value);
    }

    public long expiresAtMs(int index) {
        return get(index, EXPIRES_AT);
    }

    void expiresAtMs(int index, long value) {
        set(index, EXPIRES_AT, value);
    }

    /** When it ended, 0 while it is open. */
    public long decidedAtMs(int index) {
        return get(index, DECIDED_AT);
    }

    void decidedAtMs(int index, long value) {
        set(index, DECIDED_AT, value);
    }

    public long failureFirst(int index) {
        return get(index, FAILURE_FIRST);
    }

    void failureFirst(int index, long value) {
        set(index, FAILURE_FIRST, value);
    }

    public long failureSecond(int index) {
        return get(index, FAILURE_SECOND);
    }

    void failureSecond(int index, long value) {
        set(index, FAILURE_SECOND, value);
    }

    /** The frame in which a person decided, 0 if nobody did. */
    public long decisionSequence(int index) {
        return get(index, DECISION_SEQUENCE);
    }

    void decisionSequence(int index, long value) {
        set(index, DECISION_SEQUENCE, value);
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

    int deadline(int index) {
        return (int) get(index, DEADLINE);
    }

    void deadline(int index, int value) {
        set(index, DEADLINE, value);
    }
}
