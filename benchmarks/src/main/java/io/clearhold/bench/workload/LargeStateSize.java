package io.clearhold.bench.workload;

import java.util.List;

/**
 * How much a state holds. It travels to the process that is measured as system properties.
 *
 * @param payments that are open, their money being held
 */
public record LargeStateSize(int payments, int accounts) {
    static final LargeStateSize NEARLY_EMPTY = new LargeStateSize(1_000, 1_000);

    private static final String PAYMENTS = "clearhold.bench.payments";
    private static final String ACCOUNTS = "clearhold.bench.accounts";

    /** The flags of the process that is to have it. */
    public List<String> flags() {
        return List.of("-D" + PAYMENTS + "=" + payments, "-D" + ACCOUNTS + "=" + accounts);
    }

    static LargeStateSize ofThisProcess() {
        return new LargeStateSize(
                Integer.getInteger(PAYMENTS, NEARLY_EMPTY.payments),
                Integer.getInteger(ACCOUNTS, NEARLY_EMPTY.accounts));
    }
}
