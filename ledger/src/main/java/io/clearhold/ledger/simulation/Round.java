package io.clearhold.ledger.simulation;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.RefundStatus;
import io.clearhold.core.port.JournalReader;
import io.clearhold.ledger.journal.Journal;
import io.clearhold.ledger.replay.Replay;
import io.clearhold.ledger.scenario.Invariants;
import io.clearhold.ledger.scenario.PromiseBrokenException;
import io.clearhold.ledger.state.InstructionTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.MilestoneDeadlines;
import io.clearhold.ledger.state.PaymentTable;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.agrona.collections.LongHashSet;
import org.jspecify.annotations.Nullable;

/** One simulated world, from an empty disk to the last check. All of it follows from its seed. */
final class Round {
    private static final long START_MS = 1_800_000_000_000L;
    private static final long HOUR_MS = 3_600_000;

    /** Group turns between two looks at the whole state. */
    private static final int CHECK_EVERY = 256;

    /** What a world is given to come to rest. */
    private static final int QUIET_HOURS = 120;

    /** Nobody looks more often while hours pass. */
    private static final long PAUSE_MS = 1_000;

    private final World world;
    private final Auditor auditor;
    private final Server server;
    private final Clients clients;
    private final BankBooks books;
    private final BankOffice bank;
    private final View view;
    private final Webhooks webhooks;
    private final LongHashSet postedLines = new LongHashSet();
    private @Nullable Dispatch dispatch;
    private @Nullable Importer importer;
    private int incarnation;
    private long step;

    Round(long seed, FaultRates rates, Tally tally, UnaryOperator<Journal> journals) {
        SplittableRandom random = new SplittableRandom(seed);
        world =
                new World(
                        random,
                        new Agenda(START_MS + random.nextLong(24 * HOUR_MS)),
                        new FaultInjector(random, rates, tally),
                        tally);
        auditor = new Auditor(tally);
        server = new Server(world, auditor, journals);
        clients = new Clients(world, server, auditor);
        books = new BankBooks(world);
        bank = new BankOffice(world, books);
        view = new View(world);
        webhooks = new Webhooks(world);
    }

    /** Steps so far: where a failure happened. */
    long step() {
        return step;
    }

    /** The last state's hash, once the world has come to rest and every check was made. */
    long run(long commands) {
        long startMs = world.agenda().nowMs();
        long end = world.tally().commands + commands;
        server.start();
        while (world.tally().commands < end) {
            passTime();
            clients.act();
            turn();
            if (step % CHECK_EVERY == 0) {
                checkAll();
            }
        }
        comeToRest();
        world.tally().simulatedMs += world.agenda().nowMs() - startMs;
        return checkAtRest();
    }

    private void passTime() {
        if (world.faults().strikes(Fault.LONG_PAUSE)) {
            pass(world.random().nextLong(12 * HOUR_MS));
        } else {
            world.agenda().pass(world.delayMs(2_000));
        }
    }

    /** Hours in which nobody asks for anything: the server and the bank go on. */
    private void pass(long durationMs) {
        Agenda agenda = world.agenda();
        long endMs = agenda.nowMs() + durationMs;
        while (agenda.nowMs() < endMs) {
            long nextMs = Math.min(agenda.nextMs(), server.state().deadlines().nextTimeMs());
            long slotMs = Math.max(nextMs, agenda.nowMs() + PAUSE_MS);
            agenda.pass(Math.min(slotMs, endMs) - agenda.nowMs());
            turn();
        }
    }

    /** The server's group, then all that follows the journal. */
    private void turn() {
        step++;
        server.turn();
        if (!server.isUp()) {
            return;
        }
        try (JournalReader reader = server.openReader()) {
            if (incarnation != server.incarnation()) {
                incarnation = server.incarnation();
                view.reconnect(server.watermark());
                webhooks.restart(server.watermark());
                dispatch = new Dispatch(world, server, bank);
                importer = new Importer(world, server, books, postedLines);
            }
            view.turn(reader);
            webhooks.turn(reader);
        }
        java.util.Objects.requireNonNull(dispatch).turn();
        java.util.Objects.requireNonNull(importer).turn();
    }

    private void checkAll() {
        if (!server.isUp()) {
            return;
        }
        LedgerState state = server.state();
        world.tally().statesChecked++;
        Invariants.check(state);
        view.compare(state);
        requireNothingOverdue(state);
    }

    /** Nothing goes wrong any more: everything that was begun comes to its end. */
    private void comeToRest() {
        world.faults().calm();
        for (int hour = 0; hour < QUIET_HOURS; hour++) {
            if (hour == QUIET_HOURS / 2) {
                books.closeBooks();
            }
            pass(HOUR_MS);
        }
        while (!server.isUp() || server.waiting() > 0) {
            pass(PAUSE_MS);
        }
    }

    private long checkAtRest() {
        LedgerState state = server.state();
        try (JournalReader reader = server.openReader()) {
            view.catchUp(reader);
            webhooks.turn(reader);
        }
        checkAll();
        webhooks.requireComplete(state.payments());
        requireEnded(state.instructions());
        bank.requireKnown(state.instructions());
        for (int currency : BankOffice.CURRENCIES) {
            long booked = state.book().totals(currency).balance(AccountKind.BANK);
            if (booked != books.cash(currency)) {
                throw new PromiseBrokenException(
                        "I8",
                        "the bank has %d in currency %d, the book says %d",
                        books.cash(currency),
                        currency,
                        booked);
            }
        }
        redecide(state);
        return state.hashHigh() ^ Long.rotateLeft(state.hashLow(), 1);
    }

    private static void requireEnded(InstructionTable instructions) {
        for (int i = 0; i < instructions.size(); i++) {
            InstructionStatus status = instructions.status(i);
            boolean open =
                    switch (status) {
                        case QUEUED, SUBMITTING, ACCEPTED, UNKNOWN -> true;
                        case SETTLED, FAILED, RETURNED -> false;
                    };
            if (open) {
                throw new PromiseBrokenException(
                        "bank",
                        "instruction %d is still %s, though the bank has long been well",
                        instructions.id(i),
                        status);
            }
        }
    }

    /** With milestones, what a dispute freezes entirely has no deadline. */
    private static long deadlineOfHeld(LedgerState state, int payment) {
        PaymentTable payments = state.payments();
        if (state.extras().milestoneCount(payment) > 0) {
            return MilestoneDeadlines.nextMs(state, payment);
        }
        if (payments.status(payment) == PaymentStatus.SHIPPED) {
            return payments.autoConfirmAtMs(payment);
        }
        return payments.shipByPassed(payment) ? 0 : payments.shipByMs(payment);
    }

    /**
     * A refund that failed leaves its payment without deadlines: people decide. While the clock is
     * held, one that came to be after its time waits too.
     */
    private void requireNothingOverdue(LedgerState state) {
        if (state.clockHold().isHeld()) {
            return;
        }
        PaymentTable payments = state.payments();
        LongHashSet stopped = new LongHashSet();
        for (int i = 0; i < state.refunds().size(); i++) {
            if (state.refunds().status(i) == RefundStatus.FAILED) {
                stopped.add(state.refunds().payment(i));
            }
        }
        for (int i = 0; i < payments.size(); i++) {
            PaymentStatus status = payments.status(i);
            long deadline =
                    switch (status) {
                        case CREATED, PENDING -> payments.closing(i) != 0 ? 0 : payments.payByMs(i);
                        case HELD, SHIPPED -> deadlineOfHeld(state, i);
                        case RELEASED, REFUNDED, CANCELED, EXPIRED -> 0;
                    };
            boolean overdue = deadline != 0 && deadline <= server.firedThroughMs();
            if (overdue && !stopped.contains(payments.id(i))) {
                throw new PromiseBrokenException(
                        "deadlines",
                        "payment %d is %s, and its deadline passed at %d",
                        payments.id(i),
                        status,
                        deadline);
            }
        }
    }

    /** I5 once more: the journal alone gives this state, and this program decides it alike. */
    private void redecide(LedgerState state) {
        Replay replay = new Replay(true);
        Frame frame = new Frame();
        for (long sequence = 1; sequence <= server.disk().size(); sequence++) {
            if (!SimulatedJournal.load(server.disk(), sequence, frame)) {
                throw new PromiseBrokenException("I3", "sequence %d is not whole", sequence);
            }
            replay.accept(frame);
        }
        world.tally().framesReplayed += replay.frames();
        LedgerState replayed = replay.machine().state();
        if (replay.differenceCount() > 0) {
            throw new PromiseBrokenException("I5", "decided anew, %s", replay.differences().get(0));
        }
        if (replayed.hashHigh() != state.hashHigh() || replayed.hashLow() != state.hashLow()) {
            throw new PromiseBrokenException("I5", "the replayed state has another hash");
        }
    }
}
