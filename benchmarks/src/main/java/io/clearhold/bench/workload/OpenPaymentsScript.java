package io.clearhold.bench.workload;

import io.clearhold.core.id.ObjectId;
import java.util.SplittableRandom;
import org.agrona.DirectBuffer;

/**
 * First settings and accounts, then payments that are created, paid and collected until the wanted
 * number is held, each with a fee and a split, one in a hundred in dispute. From then on a shop's
 * day: each new payment comes with the shipment and confirmation of a random old one, so that the
 * number stays and every step meets a payment that has long left the processor's cache; each fourth
 * is refunded in part before.
 */
final class OpenPaymentsScript implements CommandScript {
    private static final int REFUND_INSTRUCTION_ORDINAL = 1;
    private static final long FIRST_ACCOUNT_SEQUENCE = 2;

    /** One payment of so many is in dispute, and stays so. */
    private static final int DISPUTED = 100;

    private final int accounts;
    private final long[] open;
    private final SplittableRandom random;
    private final PatchedCommands commands;
    private long sequence;
    private int opened;
    private int step;
    private long row;
    private int old;
    private long payment;
    private long collection;
    private long refund;

    OpenPaymentsScript(LargeStateSize size, long idempotencyRetentionMs, long seed) {
        this.accounts = size.accounts();
        this.open = new long[size.payments()];
        this.random = new SplittableRandom(seed);
        this.commands = new PatchedCommands(idempotencyRetentionMs, random.nextLong());
    }

    /** Commands before the first payment. */
    long setupLength() {
        return 1L + accounts;
    }

    /** Commands until as many payments are open as wanted. */
    long fillLength() {
        return 3L * open.length + Math.ceilDiv(open.length, DISPUTED);
    }

    @Override
    public void next() {
        sequence++;
        if (sequence == 1) {
            commands.configure();
        } else if (sequence <= setupLength()) {
            commands.createAccount();
        } else if (opened < open.length) {
            fill();
        } else {
            exchange();
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

    private void fill() {
        boolean disputed = opened % DISPUTED == 0;
        if (step < 3) {
            open(step);
        } else {
            commands.dispute(sequence, payment);
        }
        step++;
        if (step == (disputed ? 4 : 3)) {
            step = 0;
            open[opened++] = payment;
        }
    }

    /** Three steps of a new payment, then two or four of an old one, whose place it takes. */
    private void exchange() {
        switch (step) {
            case 0, 1, 2 -> open(step);
            case 3 -> {
                refund = ObjectId.of(0, sequence, REFUND_INSTRUCTION_ORDINAL);
                commands.refund(sequence, open[old]);
            }
            case 4 -> commands.report(refund, CommandTemplates.REFUND_MINOR);
            case 5 -> commands.ship(sequence, open[old]);
            case 6 -> commands.confirm(sequence, open[old]);
            default -> throw new IllegalStateException("step " + step);
        }
        step++;
        if (step == 3) {
            old = undisputed(random.nextInt(open.length));
            step = row % 4 == 0 ? 3 : 5;
        } else if (step == 7) {
            open[old] = payment;
            step = 0;
            row++;
        }
    }

    private void open(int now) {
        switch (now) {
            case 0 -> {
                payment = ObjectId.of(0, sequence, 0);
                commands.create(sequence, randomAccount(), randomAccount(), randomAccount());
            }
            case 1 -> {
                collection = ObjectId.of(0, sequence, 0);
                commands.pay(sequence, payment);
            }
            default -> commands.report(collection, CommandTemplates.AMOUNT_MINOR);
        }
    }

    private static int undisputed(int index) {
        return index % DISPUTED == 0 ? index + 1 : index;
    }

    private long randomAccount() {
        return ObjectId.of(0, FIRST_ACCOUNT_SEQUENCE + random.nextInt(accounts), 0);
    }
}
