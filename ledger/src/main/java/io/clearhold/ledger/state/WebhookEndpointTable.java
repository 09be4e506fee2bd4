package io.clearhold.ledger.state;

import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.WebhookEndpointStatus;
import java.io.IOException;

/** Webhook endpoints; their secrets are derived, never stored. A deleted one keeps its record. */
public final class WebhookEndpointTable extends RecordTable {
    private static final int STATE = 1;
    private static final int PLATFORM = 2;
    private static final int ACCOUNT = 3;
    private static final int PREVIOUS_VALID_UNTIL = 4;
    private static final int TEXT_SEQUENCE = 5;
    private static final int LAST_SEQUENCE = 6;
    private static final int CREATED_AT = 7;
    private static final int HASHED_WORDS = 8;
    private static final int WORDS = 8;

    /** Endpoints that are not deleted, by role and id of their owner; follows from the records. */
    private final PairMap living;

    WebhookEndpointTable(StateHash hash) {
        super(15, WORDS, HASHED_WORDS, hash);
        living = new PairMap(0, false, hash, 16);
    }

    /** How many endpoints an owner has. */
    public int countOf(Role role, long platform, long account) {
        return (int) Math.max(0, living.get(role.code(), owner(platform, account)));
    }

    void changeCount(int index, int difference) {
        long owner = owner(platform(index), account(index));
        int role = ownerRole(index).code();
        living.put(role, owner, Math.max(0, living.get(role, owner)) + difference);
    }

    private static long owner(long platform, long account) {
        return account == 0 ? platform : account;
    }

    public long platform(int index) {
        return get(index, PLATFORM);
    }

    void platform(int index, long value) {
        set(index, PLATFORM, value);
    }

    /** The account whose events it gets; 0 if it gets all of its platform's, or everything. */
    public long account(int index) {
        return get(index, ACCOUNT);
    }

    void account(int index, long value) {
        set(index, ACCOUNT, value);
    }

    /** Until when the generation before signs too; 0 if there was no rotation. */
    public long previousValidUntilMs(int index) {
        return get(index, PREVIOUS_VALID_UNTIL);
    }

    void previousValidUntilMs(int index, long value) {
        set(index, PREVIOUS_VALID_UNTIL, value);
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

    /** Whose key made it: a platform's, an account's or an operator's. */
    public Role ownerRole(int index) {
        return Role.of(getBits(index, STATE, 0, 8));
    }

    void ownerRole(int index, Role value) {
        setBits(index, STATE, 0, 8, value.code());
    }

    public WebhookEndpointStatus status(int index) {
        return WebhookEndpointStatus.of(getBits(index, STATE, 8, 8));
    }

    void status(int index, WebhookEndpointStatus value) {
        setBits(index, STATE, 8, 8, value.code());
    }

    public int generation(int index) {
        return getBits(index, STATE, 16, 16);
    }

    void generation(int index, int value) {
        setBits(index, STATE, 16, 16, value);
    }

    /** How many of them live, by owner; the records are written as those of all tables. */
    void writeCounts(StateOutput out) throws IOException {
        living.write(out);
    }

    void readCounts(StateInput in) throws IOException {
        living.read(in);
    }
}
