package io.clearhold.bench.workload;

import io.clearhold.core.id.ObjectId;
import java.util.SplittableRandom;
import org.agrona.DirectBuffer;

/**
 * An endless mix of commands for a fresh state machine: settings and accounts first, then payments
 * that are created, paid, collected, shipped and confirmed; each fourth is refunded in part before
 * it is shipped, each fourth has a split. The steps of one payment are {@code lag} payments apart,
 * so that several times as many are open and none is still in the processor's cache by chance.
 */
public final class LifecycleScript implements CommandScript {
    /** Whose payments they are. */
    private enum Payees {
        /** Everybody's alike. */
        UNIFORM,
        /** The first account's. */
        ONE
    }

    private static final int STEPS = 7;
    private static final int REFUND_INSTRUCTION_ORDINAL = 1;
    private static final long FIRST_ACCOUNT_SEQUENCE = 2;

    private final int steps;
    private final int accounts;
    private final Payees payees;
    private final int lag;
    private final int mask;
    private final long[] payments;
    private final long[] collections;
    private final long[] refunds;
    private final SplittableRandom random;
    private final PatchedCommands commands;
    private long sequence;
    private long row;
    private int step;

    private LifecycleScript(
            int steps,
            int accounts,
            Payees payees,
            int lag,
            long idempotencyRetentionMs,
            long seed) {
        if (Integer.bitCount(lag) != 1) {
            throw new IllegalArgumentException("the lag is no power of two: " + lag);
        }
        this.steps = steps;
        this.step = steps;
        this.accounts = accounts;
        this.payees = payees;
        this.lag = lag;
        this.mask = lag * 8 - 1;
        this.payments = new long[mask + 1];
        this.collections = new long[mask + 1];
        this.refunds = new long[mask + 1];
        this.random = new SplittableRandom(seed);
        this.commands = new PatchedCommands(idempotencyRetentionMs, random.nextLong());
        row = -1;
    }

    /**
     * All steps of the life cycle.
     *
     * @param lag payments between two steps of one payment, a power of two
     * @param idempotencyRetentionMs for the settings
     */
    public static LifecycleScript full(
            int accounts, int lag, long idempotencyRetentionMs, long seed) {
        return new LifecycleScript(
                STEPS, accounts, Payees.UNIFORM, lag, idempotencyRetentionMs, seed);
    }

    /** The same, but every payment is for the same payee. */
    public static LifecycleScript hot(
            int accounts, int lag, long idempotencyRetentionMs, long seed) {
        return new LifecycleScript(STEPS, accounts, Payees.ONE, lag, idempotencyRetentionMs, seed);
    }

    /** Payments that are created, and stay so. */
    public static LifecycleScript creations(int accounts, long idempotencyRetentionMs, long seed) {
        return new LifecycleScript(1, accounts, Payees.UNIFORM, 1, idempotencyRetentionMs, seed);
    }

    /** Commands before the first payment. */
    public int setupLength() {
        return 1 + accounts;
    }

    /** Commands until all steps occur as often as each other. */
    public int fillLength() {
        return lag * steps * steps;
    }

    @Override
    public void next() {
        sequence++;
        if (sequence == 1) {
            commands.configure();
        } else if (sequence <= setupLength()) {
            commands.createAccount();
        } else {
            nextStep();
        }
    }

    @Override
    public DirectBuffer command() {
        return commands.command();
    }

    @Override
    public int length() {
        return commands.length();
    }

    @Override
    public long sequence() {
        return sequence;
    }

    private void nextStep() {
        while (true) {
            if (step == steps) {
                step = 0;
                row++;
            }
            long payment = row - (long) step * lag;
            int now = step++;
            boolean exists = payment >= 0 && (isRefunded(payment) || !isOfRefund(now));
            if (exists) {
                prepare(now, payment);
                return;
            }
        }
    }

    private static boolean isOfRefund(int step) {
        return step == 3 || step == 4;
    }

    private static boolean isRefunded(long payment) {
        return payment % 4 == 0;
    }

    private void prepare(int now, long payment) {
        int slot = (int) payment & mask;
        switch (now) {
            case 0 -> {
                payments[slot] = ObjectId.of(0, sequence, 0);
                create(payment);
            }
            case 1 -> {
                collections[slot] = ObjectId.of(0, sequence, 0);
                commands.pay(sequence, payments[slot]);
            }
            case 2 -> commands.report(collections[slot], CommandTemplates.AMOUNT_MINOR);
            case 3 -> {
                refunds[slot] = ObjectId.of(0, sequence, REFUND_INSTRUCTION_ORDINAL);
                commands.refund(sequence, payments[slot]);
            }
            case 4 -> commands.report(refunds[slot], CommandTemplates.REFUND_MINOR);
            case 5 -> commands.ship(sequence, payments[slot]);
            case 6 -> commands.confirm(sequence, payments[slot]);
            default -> throw new IllegalStateException("step " + now);
        }
    }

    private void create(long payment) {
        long payee = payees == Payees.ONE ? account(0) : randomAccount();
        long payer = randomAccount();
        commands.create(sequence, payee, payer, payment % 4 == 1 ? randomAccount() : 0);
    }

    private long randomAccount() {
        return account(random.nextInt(accounts));
    }

    private static long account(int index) {
        return ObjectId.of(0, FIRST_ACCOUNT_SEQUENCE + index, 0);
    }
}
