package io.clearhold.bank.dispatch;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Works on instructions side by side, on virtual threads, a bounded number at once and never two at
 * the same instruction. Work that throws keeps its place and is tried again: a place that is held
 * is seen, work that is dropped is not.
 */
final class InstructionWorkers implements AutoCloseable {
    /** What to do with one instruction. */
    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException;
    }

    private static final class Running {
        private final long causeSequence;
        private @Nullable Work next;

        Running(long causeSequence) {
            this.causeSequence = causeSequence;
        }
    }

    private final BankDispatchSettings settings;
    private final DispatchTrouble trouble;
    private final Semaphore places;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, Running> running = new HashMap<>();
    private final ExecutorService executor =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("bank-instruction-", 0).factory());

    InstructionWorkers(BankDispatchSettings settings, DispatchTrouble trouble) {
        this.settings = settings;
        this.trouble = trouble;
        places = new Semaphore(settings.maxInFlight(), true);
    }

    /**
     * Starts {@code work}, unless the instruction is being worked on: then the work is dropped,
     * because the ladder asks again.
     *
     * @param causeSequence of the frame that asks for it
     */
    void start(long instruction, long causeSequence, Work work) throws InterruptedException {
        start(instruction, causeSequence, work, false);
    }

    /** As {@link #start}, but work under way is followed by this instead of dropping it. */
    void startOrFollow(long instruction, long causeSequence, Work work)
            throws InterruptedException {
        start(instruction, causeSequence, work, true);
    }

    private void start(long instruction, long causeSequence, Work work, boolean follow)
            throws InterruptedException {
        places.acquire();
        Running mine = new Running(causeSequence);
        if (enter(instruction, mine, work, follow)) {
            executor.execute(() -> run(instruction, mine, work));
        } else {
            places.release();
        }
    }

    private boolean enter(long instruction, Running mine, Work work, boolean follow) {
        lock.lock();
        try {
            Running other = running.putIfAbsent(instruction, mine);
            if (other != null && follow) {
                other.next = work;
            }
            return other == null;
        } finally {
            lock.unlock();
        }
    }

    private void run(long instruction, Running mine, Work first) {
        @Nullable Work work = first;
        try {
            while (work != null) {
                runUntilItWorks(instruction, work);
                work = leave(instruction, mine);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (LedgerStoppedException e) {
            // The next start finds the instruction in the state.
        } finally {
            forget(instruction, mine);
            places.release();
        }
    }

    private void runUntilItWorks(long instruction, Work work) throws InterruptedException {
        String what = "Instruction " + ObjectId.toText(IdKind.INSTRUCTION, instruction);
        Backoff backoff = new Backoff(settings);
        while (true) {
            try {
                work.run();
                trouble.worked(what);
                return;
            } catch (LedgerStoppedException e) {
                throw e;
            } catch (RuntimeException e) {
                trouble.failed(what, e);
                backoff.pause();
            }
        }
    }

    /** What is to follow; null has freed the instruction for others. */
    private @Nullable Work leave(long instruction, Running mine) {
        lock.lock();
        try {
            @Nullable Work next = mine.next;
            mine.next = null;
            if (next == null) {
                running.remove(instruction, mine);
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void forget(long instruction, Running mine) {
        lock.lock();
        try {
            running.remove(instruction, mine);
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing is under way that a frame up to {@code sequence} asked for. */
    boolean isIdle(long sequence) {
        lock.lock();
        try {
            return running.values().stream().noneMatch(work -> work.causeSequence <= sequence);
        } finally {
            lock.unlock();
        }
    }

    /** How many are under way. */
    int inFlight() {
        return settings.maxInFlight() - places.availablePermits();
    }

    /**
     * Lets what is under way end for a while, then breaks it off: the state knows what may have
     * left.
     */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(settings.closeTimeoutMs(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
