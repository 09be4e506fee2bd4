package io.clearhold.ledger.simulation;

import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.core.proof.EntrySide;
import io.clearhold.ledger.scenario.PromiseBrokenException;
import io.clearhold.ledger.state.InstructionTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The simulated bank: takes instructions, moves money in its own time, and says so early, late,
 * twice or never. It keeps its own books, and knows by them if the ledger paid anybody twice.
 */
final class BankOffice {
    /** After this long, "never heard of it" is the truth. */
    static final long VISIBILITY_WINDOW_MS = 60_000;

    static final List<Integer> CURRENCIES = List.of(156, 392, 840);

    /** What the bank is told to do. */
    record Order(
            long id, InstructionKind kind, long subject, long payment, long amount, int currency) {}

    /**
     * What the bank says of an instruction.
     *
     * @param amount of money, or the number of a reason
     */
    record Word(BankOutcome outcome, long amount, int currency) {
        static Word of(BankOutcome outcome) {
            return new Word(outcome, FailureReason.NONE.code(), 0);
        }
    }

    /** Takes the bank's messages; true once it has them for good. */
    interface Ears {
        void hear(long instruction, Word word, Runnable heard);
    }

    private static final class Entry {
        private final Order order;
        private Word word = Word.of(BankOutcome.PENDING);

        /** False while it was only closed, and may yet come late. */
        private boolean submitted;

        Entry(Order order) {
            this.order = order;
        }
    }

    private final World world;
    private final BankBooks books;
    private final Long2ObjectHashMap<Entry> entries = new Long2ObjectHashMap<>();
    private final Long2LongHashMap collected = new Long2LongHashMap(0);
    private final Long2LongHashMap refunded = new Long2LongHashMap(0);
    private final Map<Long, Long> movedFor = new HashMap<>();
    private @Nullable Ears ears;
    private long awayUntilMs;

    BankOffice(World world, BankBooks books) {
        this.world = world;
        this.books = books;
    }

    /** Where its callbacks go. */
    void callTo(Ears newEars) {
        ears = newEars;
    }

    /** Whether anything listens. */
    boolean isAway() {
        if (world.faults().strikes(Fault.BANK_OUTAGE)) {
            awayUntilMs = world.agenda().nowMs() + 1_000 + world.delayMs(1_800_000);
        }
        return world.agenda().nowMs() < awayUntilMs;
    }

    /** An instruction arrives; the answer is what the bank would say. */
    Word submit(Order order) {
        Entry known = entries.get(order.id());
        if (known != null) {
            if (!known.submitted) {
                known.submitted = true;
                return known.word;
            }
            throw new PromiseBrokenException(
                    "bank", "instruction %d was sent to the bank twice", order.id());
        }
        Entry entry = new Entry(order);
        entry.submitted = true;
        entries.put(order.id(), entry);
        if (world.random().nextInt(12) == 0) {
            entry.word = new Word(BankOutcome.REJECTED, FailureReason.DECLINED.code(), 0);
            if (world.random().nextInt(4) == 0) {
                tell(entry);
            }
            return entry.word;
        }
        if (world.random().nextInt(3) == 0) {
            settle(entry);
            return entry.word;
        }
        if (world.faults().strikes(Fault.CALLBACK_EARLY)) {
            settle(entry);
            say(entry.order.id(), entry.word, 0);
        } else {
            world.agenda().after(world.delayMs(120_000), () -> settleIfOpen(entry));
        }
        return Word.of(BankOutcome.ACCEPTED);
    }

    Word query(long instruction) {
        Entry entry = entries.get(instruction);
        return entry == null ? Word.of(BankOutcome.NOT_FOUND) : entry.word;
    }

    /** Once closed it stays closed, also if the instruction comes later. */
    Word close(Order order) {
        Entry entry = entries.computeIfAbsent(order.id(), id -> new Entry(order));
        if (entry.word.outcome() == BankOutcome.PENDING) {
            entry.word = Word.of(BankOutcome.CLOSED);
            if (world.faults().strikes(Fault.PAID_AFTER_CLOSE)) {
                world.agenda().after(world.delayMs(600_000), () -> settle(entry));
            }
        }
        return entry.word;
    }

    /** At rest: what left the bank, the ledger knows to have left; it never guessed otherwise. */
    void requireKnown(InstructionTable instructions) {
        for (int i = 0; i < instructions.size(); i++) {
            Entry entry = entries.get(instructions.id(i));
            boolean left =
                    entry != null
                            && !entry.order.kind().collects()
                            && (entry.word.outcome() == BankOutcome.SETTLED
                                    || entry.word.outcome() == BankOutcome.RETURNED);
            if (left && instructions.status(i) == InstructionStatus.FAILED) {
                throw new PromiseBrokenException(
                        "bank",
                        "instruction %d has left, and the ledger says that it failed",
                        instructions.id(i));
            }
        }
    }

    private void settleIfOpen(Entry entry) {
        if (entry.word.outcome() == BankOutcome.PENDING) {
            settle(entry);
            tell(entry);
        }
    }

    private void settle(Entry entry) {
        Order order = entry.order;
        long amount = order.amount();
        int currency = order.currency();
        boolean collects = order.kind().collects();
        if (collects && world.faults().strikes(Fault.WRONG_AMOUNT)) {
            amount = Math.max(1, amount + (world.random().nextBoolean() ? 1 : -1));
        }
        if (collects && world.faults().strikes(Fault.WRONG_CURRENCY)) {
            currency = CURRENCIES.get(world.random().nextInt(CURRENCIES.size()));
        }
        boolean late = entry.word.outcome() == BankOutcome.CLOSED;
        entry.word = new Word(BankOutcome.SETTLED, amount, currency);
        world.tally().movements++;
        books.book(
                collects ? EntrySide.CREDIT : EntrySide.DEBIT, order.id(), amount, currency, true);
        keepMeasure(order, amount, currency);
        if (late) {
            tell(entry);
        }
        if (order.kind() == InstructionKind.PAYOUT
                && world.faults().strikes(Fault.PAYOUT_RETURNED)) {
            world.agenda().after(1_000 + world.delayMs(7_200_000), () -> giveBack(entry));
        }
    }

    /** The bank's own knowledge of what may leave: what came, once for each refund and payout. */
    private void keepMeasure(Order order, long amount, int currency) {
        if (order.kind() == InstructionKind.TOPUP) {
            return;
        }
        if (order.kind() == InstructionKind.COLLECT) {
            if (currency == order.currency()) {
                collected.put(order.payment(), collected.get(order.payment()) + amount);
            }
            return;
        }
        Long before = movedFor.put(order.subject(), order.id());
        if (before != null) {
            throw new PromiseBrokenException(
                    "bank",
                    "object %d was paid by instruction %d and again by %d",
                    order.subject(),
                    before,
                    order.id());
        }
        if (order.kind() == InstructionKind.REFUND) {
            long sum = refunded.get(order.payment()) + amount;
            refunded.put(order.payment(), sum);
            if (sum > collected.get(order.payment())) {
                throw new PromiseBrokenException(
                        "bank",
                        "payment %d collected %d, and %d was refunded",
                        order.payment(),
                        collected.get(order.payment()),
                        sum);
            }
        }
    }

    private void giveBack(Entry entry) {
        Order order = entry.order;
        entry.word = Word.of(BankOutcome.RETURNED);
        books.book(EntrySide.CREDIT, order.id(), order.amount(), order.currency(), false);
        tell(entry);
    }

    /** The callback, if it is not lost. */
    private void tell(Entry entry) {
        if (world.faults().strikes(Fault.CALLBACK_LOST)) {
            return;
        }
        long delayMs = world.delayMs(2_000);
        if (world.faults().strikes(Fault.CALLBACK_LATE)) {
            delayMs = world.delayMs(4 * 3_600_000L);
        }
        say(entry.order.id(), entry.word, delayMs);
        if (world.faults().strikes(Fault.CALLBACK_TWICE)) {
            say(entry.order.id(), entry.word, delayMs + world.delayMs(60_000));
        }
    }

    /** Says it again until it was heard. */
    private void say(long instruction, Word word, long delayMs) {
        world.agenda()
                .after(
                        delayMs,
                        () -> {
                            boolean[] heard = {false};
                            java.util.Objects.requireNonNull(ears)
                                    .hear(instruction, word, () -> heard[0] = true);
                            world.agenda()
                                    .after(
                                            30_000,
                                            () -> {
                                                if (!heard[0]) {
                                                    say(instruction, word, 0);
                                                }
                                            });
                        });
    }
}
