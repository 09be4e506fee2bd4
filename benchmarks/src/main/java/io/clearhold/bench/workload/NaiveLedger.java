package io.clearhold.bench.workload;

import java.util.SplittableRandom;
import org.agrona.collections.Long2LongHashMap;

/**
 * The least that moves money twice-entered and never the same transfer twice: a map of accounts, a
 * map of transfer ids, two additions. No rules, no life cycle, no events, no frame, no hash. What
 * any ledger in memory on this machine could hope for.
 */
final class NaiveLedger {
    private static final long ABSENT = -1;
    private static final long AMOUNT_MINOR = 100;
    private static final float LOAD_FACTOR = 0.6f;

    private final int accounts;
    private final int ids;
    private final Long2LongHashMap accountIndex;
    private final Long2LongHashMap transferById;
    private final long[] debits;
    private final long[] credits;
    private final SplittableRandom random;
    private long nextId;

    NaiveLedger(int accounts, int ids, long seed) {
        this.accounts = accounts;
        this.ids = ids;
        this.accountIndex = new Long2LongHashMap(accounts * 2, LOAD_FACTOR, ABSENT);
        this.transferById = new Long2LongHashMap(ids * 2, LOAD_FACTOR, ABSENT);
        this.debits = new long[accounts];
        this.credits = new long[accounts];
        this.random = new SplittableRandom(seed);
        for (int i = 0; i < accounts; i++) {
            accountIndex.put(accountId(i), i);
        }
    }

    /** One transfer between two accounts; returns whether it was made. */
    boolean transfer() {
        long id = nextId++ * 0x9e3779b97f4a7c15L;
        if (transferById.get(id) != ABSENT) {
            return false;
        }
        long from = accountIndex.get(accountId(random.nextInt(accounts)));
        long to = accountIndex.get(accountId(random.nextInt(accounts)));
        if (from == ABSENT || to == ABSENT) {
            return false;
        }
        debits[(int) from] += AMOUNT_MINOR;
        credits[(int) to] += AMOUNT_MINOR;
        transferById.put(id, nextId);
        if (transferById.size() == ids) {
            // Cheaper than forgetting one by one, so to the peer's advantage.
            transferById.clear();
        }
        return true;
    }

    /** Debits less credits: 0. */
    long imbalance() {
        long sum = 0;
        for (int i = 0; i < accounts; i++) {
            sum += debits[i] - credits[i];
        }
        return sum;
    }

    private static long accountId(int index) {
        return (index + 1L) << 12;
    }
}
