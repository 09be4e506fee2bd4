package io.clearhold.ledger.state;

import io.clearhold.core.lifecycle.Role;

/** API keys; their secrets are derived, never stored. */
public final class KeyTable extends RecordTable {
    private static final int STATE = 1;
    private static final int PLATFORM = 2;
    private static final int ACCOUNT = 3;
    private static final int TEXT_SEQUENCE = 4;
    private static final int LAST_SEQUENCE = 5;
    private static final int CREATED_AT = 6;
    private static final int PERSON_HIGH = 7;
    private static final int PERSON_LOW = 8;
    private static final int LIMITS_SEQUENCE = 9;
    private static final int HASHED_WORDS = 10;
    private static final int LIMITS = 10;
    private static final int WORDS = 11;

    KeyTable(StateHash hash) {
        super(7, WORDS, HASHED_WORDS, hash);
    }

    /** Its first rule in the {@link LimitTable}, plus one; 0 while it has none. */
    public int limits(int index) {
        return (int) get(index, LIMITS);
    }

    void limits(int index, int value) {
        set(index, LIMITS, value);
    }

    /** The frame that brought its rules, 0 if none did. */
    public long limitsSequence(int index) {
        return get(index, LIMITS_SEQUENCE);
    }

    void limitsSequence(int index, long value) {
        set(index, LIMITS_SEQUENCE, value);
    }

    public long platform(int index) {
        return get(index, PLATFORM);
    }

    void platform(int index, long value) {
        set(index, PLATFORM, value);
    }

    public long account(int index) {
        return get(index, ACCOUNT);
    }

    void account(int index, long value) {
        set(index, ACCOUNT, value);
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

    /** Whether somebody was named whose key it is. */
    public boolean hasPerson(int index) {
        return (get(index, PERSON_HIGH) | get(index, PERSON_LOW)) != 0;
    }

    /** Whether two keys are of one person; also if it is one key. */
    public boolean isSamePerson(int index, int other) {
        return index == other
                || (get(index, PERSON_HIGH) == get(other, PERSON_HIGH)
                        && get(index, PERSON_LOW) == get(other, PERSON_LOW));
    }

    /** A keyed hash of whose key it is, 0 if nobody was named. */
    void person(int index, long high, long low) {
        set(index, PERSON_HIGH, high);
        set(index, PERSON_LOW, low);
    }

    public Role role(int index) {
        return Role.of(getBits(index, STATE, 0, 8));
    }

    void role(int index, Role value) {
        setBits(index, STATE, 0, 8, value.code());
    }

    public int generation(int index) {
        return getBits(index, STATE, 8, 16);
    }

    void generation(int index, int value) {
        setBits(index, STATE, 8, 16, value);
    }

    public boolean revoked(int index) {
        return getBits(index, STATE, 24, 1) != 0;
    }

    void revoked(int index, boolean value) {
        setBits(index, STATE, 24, 1, value ? 1 : 0);
    }
}
