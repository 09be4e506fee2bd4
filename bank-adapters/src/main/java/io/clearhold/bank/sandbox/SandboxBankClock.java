package io.clearhold.bank.sandbox;

import io.clearhold.bank.engine.LedgerAnswer;
import io.clearhold.bank.engine.LedgerClient;
import io.clearhold.bank.engine.LedgerClientSettings;
import io.clearhold.bank.engine.LedgerMessage;
import io.clearhold.bank.engine.LedgerMessages;
import io.clearhold.core.codec.ClockResultDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.SandboxClock;
import io.clearhold.core.port.Tailer;
import io.clearhold.core.result.ResultCode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves logged time to the target that is in the state, from deadline to deadline: the ledger's
 * own, what the sandbox bank has due, and what tailers wait for. After each step the deadlines
 * fire, the bank is told the time and does its part, and the tailers come to rest, so that
 * everything happens in the order in which it would have happened by itself.
 *
 * <p>One walk at a time: callers during a walk share the next one, which ends at once if theirs was
 * covered. Safe for many threads.
 */
public final class SandboxBankClock implements SandboxClock, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(SandboxBankClock.class);

    /** How often a bank that has something overdue is told the time again before a step. */
    private static final int MAX_OVERDUE_ROUNDS = 3;

    private record Times(long nowMs, long targetMs, long nextDeadlineMs) {}

    private final LedgerClient ledger;
    private final SandboxBankControl bank;
    private final IdleWait idle;
    private final List<Tailer> tailers;
    private final SandboxClockSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable CompletableFuture<Void> waiting;
    private @Nullable Thread worker;
    private boolean closed;

    /**
     * @param tailers everything that must come to rest before time goes on
     */
    public SandboxBankClock(
            Ledger ledger,
            SandboxBankControl bank,
            List<? extends Tailer> tailers,
            SandboxClockSettings settings) {
        this.ledger = new LedgerClient(ledger, LedgerClientSettings.DEFAULT);
        this.bank = bank;
        this.idle = new IdleWait(ledger, tailers, settings);
        this.tailers = List.copyOf(tailers);
        this.settings = settings;
    }

    @Override
    public CompletableFuture<Void> reachTarget() {
        lock.lock();
        try {
            if (closed) {
                return CompletableFuture.failedFuture(stopped());
            }
            CompletableFuture<Void> shared = waiting;
            if (shared == null) {
                shared = new CompletableFuture<>();
                waiting = shared;
            }
            if (worker == null) {
                worker = Thread.ofVirtual().name("sandbox-clock").start(this::walkWhileAsked);
            }
            return shared.copy();
        } finally {
            lock.unlock();
        }
    }

    private void walkWhileAsked() {
        CompletableFuture<Void> asked = next();
        while (asked != null) {
            try {
                walk();
                asked.complete(null);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                asked.completeExceptionally(stopped());
            } catch (RuntimeException e) {
                LOGGER.error("the sandbox clock does not reach its target", e);
                asked.completeExceptionally(e);
            }
            asked = next();
        }
    }

    private @Nullable CompletableFuture<Void> next() {
        lock.lock();
        try {
            CompletableFuture<Void> asked = waiting;
            waiting = null;
            if (asked == null) {
                worker = null;
            }
            return asked;
        } finally {
            lock.unlock();
        }
    }

    private void walk() throws InterruptedException {
        int overdueRounds = 0;
        while (true) {
            fireDue();
            bank.moveTo(clock().nowMs());
            idle.await();
            Times times = clock();
            if (times.nowMs() >= times.targetMs() && times.nextDeadlineMs() > times.nowMs()) {
                return;
            }
            long bankDueMs = bank.nextDueMs().orElse(Long.MAX_VALUE);
            if (bankDueMs > times.nowMs()) {
                overdueRounds = 0;
                step(times, bankDueMs);
            } else if (overdueRounds < MAX_OVERDUE_ROUNDS) {
                // It fell due while we looked: once more round, without a step.
                overdueRounds++;
            } else {
                // A bank that does not get on is not waited for.
                step(times, Long.MAX_VALUE);
            }
        }
    }

    private void step(Times times, long bankDueMs) throws InterruptedException {
        long nextMs = Math.min(times.nextDeadlineMs(), bankDueMs);
        if (nextMs <= times.nowMs()) {
            return;
        }
        for (Tailer tailer : tailers) {
            long dueMs = tailer.nextDueMs();
            // What is due by now was waited for; a tailer that does not get on holds up nobody.
            nextMs = dueMs > times.nowMs() ? Math.min(nextMs, dueMs) : nextMs;
        }
        ResultCode code =
                result(LedgerMessages.stepClock(Math.min(nextMs, times.targetMs()))).code();
        if (code != ResultCode.OK) {
            throw new IllegalStateException("logged time cannot be moved: " + code.code());
        }
    }

    private void fireDue() throws InterruptedException {
        Times times = clock();
        for (int ticks = 0; times.nextDeadlineMs() <= times.nowMs(); ticks++) {
            if (ticks == settings.maxTicksPerStep()) {
                throw new IllegalStateException(
                        "deadlines stay due after " + ticks + " ticks; the clock stops here");
            }
            result(LedgerMessages.tick(settings.deadlinesAtOnce()));
            times = clock();
        }
    }

    private Times clock() throws InterruptedException {
        LedgerAnswer.Result result = result(LedgerMessages.getClock());
        if (result.templateId() != ClockResultDecoder.TEMPLATE_ID) {
            throw new IllegalStateException("the ledger did not tell its clock: " + result.code());
        }
        ClockResultDecoder decoder = new ClockResultDecoder();
        decoder.wrapAndApplyHeader(result.message(), 0, new MessageHeaderDecoder());
        return new Times(decoder.nowMs(), decoder.targetMs(), decoder.nextDeadlineMs());
    }

    private LedgerAnswer.Result result(LedgerMessage message) throws InterruptedException {
        return switch (ledger.ask(message, LedgerClient.FOR_EVER)) {
            case LedgerAnswer.Result result -> result;
            case LedgerAnswer.Busy _, LedgerAnswer.OutcomeUnknown _, LedgerAnswer.Stopped _ ->
                    throw stopped();
        };
    }

    private static IllegalStateException stopped() {
        return new IllegalStateException("the ledger has stopped; its clock goes on at the start");
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (worker != null) {
                worker.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }
}
