package io.clearhold.bank.sandbox.server;

import io.clearhold.bank.json.JsonUnreadableException;
import io.clearhold.bank.sandbox.wire.OrderStatus;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The bank without its doors: takes instructions, moves money when it is due, owes callbacks.
 * Nothing is returned, and no callback handed on, before what it rests on is durable. Safe for many
 * threads.
 *
 * <p>Bank time is wall time plus an offset that Clearhold sets; it never goes back.
 */
final class SandboxBank implements AutoCloseable {
    /** Steps per fsync while many are due. */
    private static final int STEPS_AT_ONCE = 256;

    /** What became of a request to take an instruction. */
    sealed interface Taken {
        /** First come: answer as its scenario says. */
        record Fresh(String json, Scenario.Answer answer, List<OwedCallback> callbacks)
                implements Taken {}

        /** Came before: as things stand. */
        record Repeated(String json) implements Taken {}

        /** Its id came before with another content. */
        record Different() implements Taken {}

        /** The bank remembers as many as it may. */
        record Full() implements Taken {}

        /** As if it had never come. */
        record Lost() implements Taken {}
    }

    private final InstantSource wallClock;
    private final int maxOrders;
    private final int maxStatements;
    private final int feeBps;
    private final BankState state = new BankState();
    private final BankJournal journal;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition dueChanged = lock.newCondition();
    private final ReentrantLock runLock = new ReentrantLock();
    private Consumer<OwedCallback> callbacks = callback -> {};
    private long lastNowMs;

    SandboxBank(SandboxBankSettings settings, InstantSource wallClock) throws IOException {
        this.wallClock = wallClock;
        maxOrders = settings.limits().maxOrders();
        maxStatements = settings.limits().maxStatements();
        feeBps = settings.feeBps();
        journal = BankJournal.open(settings.folder(), state::apply);
    }

    /** Where callbacks go from here on; those still owed go at once, oldest first. */
    void sendCallbacksTo(Consumer<OwedCallback> sender) {
        callbacks = sender;
        locked(state::owed).forEach(sender);
    }

    Taken take(OrderRequest request) throws JsonUnreadableException {
        Scenario scenario = request.scenario();
        if (scenario.answer() == Scenario.Answer.LOST) {
            return new Taken.Lost();
        }
        long fingerprint = request.fingerprint();
        long end = 0;
        Taken taken;
        lock.lock();
        try {
            Optional<BankOrder> known = state.find(request.id());
            if (known.isPresent()) {
                return known.get().fingerprint() == fingerprint
                        ? new Taken.Repeated(known.get().json())
                        : new Taken.Different();
            }
            if (state.orders() >= maxOrders) {
                return new Taken.Full();
            }
            long nowMs = now();
            JournalLine.OrderTaken line =
                    new JournalLine.OrderTaken(
                            state.nextNumber(),
                            request.id(),
                            request.kind(),
                            request.amountMinor(),
                            request.currency().intern(),
                            fingerprint,
                            scenario,
                            feeBps,
                            nowMs);
            end = journal.append(line);
            state.apply(line);
            BankOrder order = state.find(request.id()).orElseThrow();
            List<OwedCallback> owed = new ArrayList<>();
            if (order.hasNextStep() && order.nextStepMs() <= nowMs) {
                JournalLine.StepDone step =
                        new JournalLine.StepDone(order.id(), order.nextStep(), nowMs);
                end = journal.append(step);
                owed.addAll(state.apply(step));
            }
            taken = new Taken.Fresh(order.json(), scenario.answer(), owed);
            dueChanged.signalAll();
        } finally {
            lock.unlock();
        }
        journal.force(end);
        if (taken instanceof Taken.Fresh fresh) {
            fresh.callbacks().forEach(callbacks);
        }
        return taken;
    }

    /** The instruction as it stands, empty if it never came. */
    Optional<String> find(long id) {
        return locked(() -> state.find(id).map(BankOrder::json));
    }

    /** Closes what has not been collected; returns the instruction as it stands then. */
    Optional<String> close(long id) {
        long end = 0;
        Optional<String> json;
        lock.lock();
        try {
            Optional<BankOrder> order = state.find(id);
            if (order.isPresent() && order.get().status() == OrderStatus.PENDING) {
                JournalLine.OrderClosed line = new JournalLine.OrderClosed(id, now());
                end = journal.append(line);
                state.apply(line);
                dueChanged.signalAll();
            }
            json = order.map(BankOrder::json);
        } finally {
            lock.unlock();
        }
        journal.force(end);
        return json;
    }

    String accountsJson() {
        return locked(() -> state.books().accountsJson());
    }

    String entriesJson(LocalDate date, long after, int limit) {
        return locked(() -> state.books().entriesJson(date, after, limit));
    }

    /** The days' statements as booked so far; empty is every day up to now. */
    StatementRequest statements(Optional<LocalDate> date) {
        return locked(() ->
                StatementRequest.of(state.books(), date, BankBooks.date(now()), maxStatements));
    }

    void delivered(OwedCallback callback) {
        lock.lock();
        try {
            JournalLine line = new JournalLine.CallbackDelivered(callback.number());
            // Not forced: a line lost with the power means one callback more.
            journal.append(line);
            state.apply(line);
        } finally {
            lock.unlock();
        }
    }

    List<OwedCallback> owed() {
        return locked(state::owed);
    }

    long nowMs() {
        return locked(this::now);
    }

    OptionalLong nextDueMs() {
        return locked(state::nextDueMs);
    }

    /** Moves bank time forward to {@code nowMs}; an earlier time changes nothing. */
    void moveClock(long nowMs) {
        long end = 0;
        lock.lock();
        try {
            if (nowMs > now()) {
                JournalLine line = new JournalLine.ClockMoved(nowMs - wallClock.millis());
                end = journal.append(line);
                state.apply(line);
                dueChanged.signalAll();
            }
        } finally {
            lock.unlock();
        }
        journal.force(end);
    }

    /** Does everything that is due now, in order, and hands the callbacks on. */
    void runDue() {
        runLock.lock();
        try {
            boolean more = true;
            while (more) {
                List<OwedCallback> owed = new ArrayList<>();
                more = runSome(owed);
                owed.forEach(callbacks);
            }
        } finally {
            runLock.unlock();
        }
    }

    private boolean runSome(List<OwedCallback> owed) {
        long end = 0;
        int steps = 0;
        lock.lock();
        try {
            long nowMs = now();
            Optional<JournalLine.StepDone> next = state.nextStep(nowMs);
            while (next.isPresent() && steps < STEPS_AT_ONCE) {
                end = journal.append(next.get());
                owed.addAll(state.apply(next.get()));
                steps++;
                next = state.nextStep(nowMs);
            }
        } finally {
            lock.unlock();
        }
        journal.force(end);
        return steps == STEPS_AT_ONCE;
    }

    /** Waits until something is due, at most {@code atMostMs} of wall time. */
    void awaitDue(long atMostMs) throws InterruptedException {
        long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(atMostMs);
        lock.lock();
        try {
            long leftNs = leftNs(endNs);
            while (leftNs > 0) {
                var _ = dueChanged.awaitNanos(leftNs);
                leftNs = leftNs(endNs);
            }
        } finally {
            lock.unlock();
        }
    }

    private long leftNs(long endNs) {
        OptionalLong next = state.nextDueMs();
        long untilEndNs = endNs - System.nanoTime();
        return next.isPresent()
                ? Math.min(untilEndNs, TimeUnit.MILLISECONDS.toNanos(next.getAsLong() - now()))
                : untilEndNs;
    }

    private long now() {
        lastNowMs = Math.max(lastNowMs, wallClock.millis() + state.offsetMs());
        return lastNowMs;
    }

    private <T> T locked(Supplier<T> reading) {
        lock.lock();
        try {
            return reading.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
