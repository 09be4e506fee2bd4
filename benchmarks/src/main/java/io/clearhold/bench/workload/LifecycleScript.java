package io.clearhold.bench.workload;

import io.clearhold.core.codec.CreatePaymentDecoder;
import io.clearhold.core.codec.CreatePaymentEncoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.OriginEncoder;
import io.clearhold.core.codec.PayPaymentEncoder;
import io.clearhold.core.codec.ReportOutcomeEncoder;
import io.clearhold.core.id.ObjectId;
import java.util.SplittableRandom;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * An endless mix of commands for a fresh state machine: settings and accounts first, then payments
 * that are created, paid, collected, shipped and confirmed; each fourth is refunded in part before
 * it is shipped, each fourth has a split. The steps of one payment are {@code lag} payments apart,
 * so that several times as many are open and none is still in the processor's cache by chance.
 *
 * <p>Every command comes to exactly one frame, so sequences, and with them ids, are known
 * beforehand: the script never waits for an answer. Whoever runs it must check that nothing was
 * refused. Confined to one thread.
 */
public final class LifecycleScript {
    private static final int STEPS = 7;
    private static final int REFUND_INSTRUCTION_ORDINAL = 1;
    private static final long FIRST_ACCOUNT_SEQUENCE = 2;

    private final int steps;
    private final int accounts;
    private final int lag;
    private final int mask;
    private final long[] payments;
    private final long[] collections;
    private final long[] refunds;
    private final SplittableRandom random;
    private final long keySeed;
    private final UnsafeBuffer configure;
    private final UnsafeBuffer createAccount;
    private final UnsafeBuffer createPlain;
    private final UnsafeBuffer createSplit;
    private final UnsafeBuffer pay;
    private final UnsafeBuffer report;
    private final UnsafeBuffer ship;
    private final UnsafeBuffer confirm;
    private final UnsafeBuffer refund;
    private final OriginEncoder origin = new OriginEncoder();
    private final CreatePaymentEncoder createEncoder = new CreatePaymentEncoder();
    private final ReportOutcomeEncoder reportEncoder = new ReportOutcomeEncoder();
    private UnsafeBuffer command;
    private long sequence;
    private long row;
    private int step;

    private LifecycleScript(
            int steps, int accounts, int lag, long idempotencyRetentionMs, long seed) {
        if (Integer.bitCount(lag) != 1) {
            throw new IllegalArgumentException("the lag is no power of two: " + lag);
        }
        this.steps = steps;
        this.step = steps;
        this.accounts = accounts;
        this.lag = lag;
        this.mask = lag * 8 - 1;
        this.payments = new long[mask + 1];
        this.collections = new long[mask + 1];
        this.refunds = new long[mask + 1];
        this.random = new SplittableRandom(seed);
        this.keySeed = random.nextLong();
        CommandTemplates templates = new CommandTemplates();
        configure = templates.configure(idempotencyRetentionMs);
        createAccount = templates.createAccount();
        createPlain = templates.createPayment(false);
        createSplit = templates.createPayment(true);
        pay = templates.payPayment();
        report = templates.reportSettled();
        ship = templates.shipPayment();
        confirm = templates.confirmPayment();
        refund = templates.refundPayment();
        command = configure;
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
        return new LifecycleScript(STEPS, accounts, lag, idempotencyRetentionMs, seed);
    }

    /** Payments that are created, and stay so. */
    public static LifecycleScript creations(int accounts, long idempotencyRetentionMs, long seed) {
        return new LifecycleScript(1, accounts, 1, idempotencyRetentionMs, seed);
    }

    /** Commands before the first payment. */
    public int setupLength() {
        return 1 + accounts;
    }

    /** Commands until all steps occur as often as each other. */
    public int fillLength() {
        return lag * steps * steps;
    }

    /** Prepares the next command; see {@link #command}. */
    public void next() {
        sequence++;
        if (sequence == 1) {
            command = configure;
        } else if (sequence <= setupLength()) {
            command = createAccount;
        } else {
            nextStep();
        }
    }

    /** The command, from offset 0; valid until the next. */
    public DirectBuffer command() {
        return command;
    }

    public int length() {
        return command.capacity();
    }

    /** The sequence that its frame must get. */
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
                about(pay, payments[slot]);
            }
            case 2 -> report(collections[slot], CommandTemplates.AMOUNT_MINOR);
            case 3 -> {
                refunds[slot] = ObjectId.of(0, sequence, REFUND_INSTRUCTION_ORDINAL);
                about(refund, payments[slot]);
            }
            case 4 -> report(refunds[slot], CommandTemplates.REFUND_MINOR);
            case 5 -> about(ship, payments[slot]);
            case 6 -> about(confirm, payments[slot]);
            default -> throw new IllegalStateException("step " + now);
        }
    }

    private void create(long payment) {
        boolean split = payment % 4 == 1;
        command = split ? createSplit : createPlain;
        key();
        createEncoder.wrap(command, MessageHeaderEncoder.ENCODED_LENGTH);
        createEncoder
                .payee(randomAccount())
                .payer(randomAccount())
                .referenceHigh(keySeed)
                .referenceLow(sequence);
        if (split) {
            int splits = MessageHeaderDecoder.ENCODED_LENGTH + CreatePaymentDecoder.BLOCK_LENGTH;
            int first = splits + CreatePaymentDecoder.SplitsDecoder.sbeHeaderSize();
            command.putLong(first, randomAccount(), java.nio.ByteOrder.LITTLE_ENDIAN);
        }
    }

    /** The payment stands in the same place in all commands about one. */
    private void about(UnsafeBuffer template, long payment) {
        command = template;
        key();
        command.putLong(
                MessageHeaderEncoder.ENCODED_LENGTH + PayPaymentEncoder.paymentEncodingOffset(),
                payment,
                java.nio.ByteOrder.LITTLE_ENDIAN);
    }

    private void report(long instruction, long amountMinor) {
        command = report;
        reportEncoder.wrap(command, MessageHeaderEncoder.ENCODED_LENGTH);
        reportEncoder.instruction(instruction).amount(amountMinor);
    }

    /** An idempotency key of its own, spread like the hash that it stands for. */
    private void key() {
        origin.wrap(command, MessageHeaderEncoder.ENCODED_LENGTH);
        long high = (keySeed ^ sequence) * 0x9e3779b97f4a7c15L;
        origin.idempotencyHigh(high ^ (high >>> 32)).idempotencyLow(sequence);
        origin.digestHigh(high).digestLow(~sequence);
    }

    private long randomAccount() {
        return ObjectId.of(0, FIRST_ACCOUNT_SEQUENCE + random.nextInt(accounts), 0);
    }
}
