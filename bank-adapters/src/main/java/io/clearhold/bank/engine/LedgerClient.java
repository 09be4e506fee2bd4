package io.clearhold.bank.engine;

import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.ReplyHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Asks the ledger and waits for the answer: for virtual threads, which may block, where the ledger
 * itself never does. A full ring or disk is tried again with a growing pause. Safe for many
 * threads.
 */
public final class LedgerClient {
    /** Patience without end: only a stopped ledger ends the waiting. */
    public static final long FOR_EVER = Long.MAX_VALUE;

    private final Ledger ledger;
    private final LedgerClientSettings settings;

    public LedgerClient(Ledger ledger, LedgerClientSettings settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    /**
     * The answer to {@code message}.
     *
     * @param patienceMs how long a full ring or disk is tried again, {@link #FOR_EVER} possible
     */
    public LedgerAnswer ask(LedgerMessage message, long patienceMs) throws InterruptedException {
        long beganNs = System.nanoTime();
        long pauseMs = settings.firstRetryMs();
        while (true) {
            LedgerAnswer answer = askOnce(message);
            long waitedMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNs);
            if (!(answer instanceof LedgerAnswer.Busy) || waitedMs >= patienceMs) {
                return answer;
            }
            TimeUnit.MILLISECONDS.sleep(Math.min(pauseMs, patienceMs - waitedMs));
            pauseMs = Math.min(2 * pauseMs, settings.longestRetryMs());
        }
    }

    private LedgerAnswer askOnce(LedgerMessage message) throws InterruptedException {
        Reply reply = new Reply();
        return switch (ledger.offer(message.buffer(), 0, message.length(), reply)) {
            case ACCEPTED -> reply.await(settings.replyTimeoutMs());
            case FULL -> new LedgerAnswer.Busy();
            case STOPPED -> new LedgerAnswer.Stopped();
        };
    }

    /** Copies the result on the writer's thread; everything else happens on ours. */
    private static final class Reply implements ReplyHandler {
        private final CompletableFuture<LedgerAnswer> answer = new CompletableFuture<>();

        LedgerAnswer await(long timeoutMs) throws InterruptedException {
            try {
                return answer.get(timeoutMs, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                return new LedgerAnswer.OutcomeUnknown();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a reply never fails", e);
            }
        }

        @Override
        public void onResult(
                long sequence, boolean framed, DirectBuffer result, int offset, int length) {
            byte[] copy = new byte[length];
            result.getBytes(offset, copy);
            answer.complete(new LedgerAnswer.Result(sequence, new UnsafeBuffer(copy)));
        }

        @Override
        public void onReplay(long sequence) {
            // Our messages carry no idempotency key, so the ledger cannot have seen one.
            answer.complete(new LedgerAnswer.OutcomeUnknown());
        }

        @Override
        public void onFailure(Failure failure) {
            answer.complete(
                    switch (failure) {
                        case OUTCOME_UNKNOWN -> new LedgerAnswer.OutcomeUnknown();
                        case STOPPED -> new LedgerAnswer.Stopped();
                        case STORAGE_FULL -> new LedgerAnswer.Busy();
                    });
        }
    }
}
