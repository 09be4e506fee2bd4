package io.clearhold.gateway.operation;

import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.ReplyHandler;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Asks the ledger and waits, for operations that may block. */
final class LedgerCall implements ReplyHandler {
    /** An answer of the ledger. */
    sealed interface Reply {
        /** A result, and the sequence of its frame, 0 if it left none. */
        record Result(long sequence, DirectBuffer message) implements Reply {}

        /** The outcome is in an earlier frame. */
        record Replay(long sequence) implements Reply {}
    }

    private final CompletableFuture<Reply> reply = new CompletableFuture<>();

    private LedgerCall() {}

    /** Offers the message that stands in the bench and waits for its answer. */
    static Reply ask(Workbench bench, int length) throws InterruptedException {
        LedgerCall call = new LedgerCall();
        Ledger ledger = bench.parts().ledger();
        switch (ledger.offer(bench.message(), 0, length, call)) {
            case ACCEPTED -> {}
            case FULL -> throw RequestRefused.of(ProblemCode.OVERLOADED);
            case STOPPED -> throw RequestRefused.of(ProblemCode.UNAVAILABLE);
        }
        try {
            long timeoutMs = bench.parts().settings().http().replyTimeoutMs();
            return call.reply.get(timeoutMs, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw RequestRefused.of(ProblemCode.OUTCOME_UNKNOWN);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RequestRefused refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void onResult(
            long sequence, boolean framed, DirectBuffer result, int offset, int length) {
        byte[] copy = new byte[length];
        result.getBytes(offset, copy);
        reply.complete(new Reply.Result(framed ? sequence : 0, new UnsafeBuffer(copy)));
    }

    @Override
    public void onReplay(long sequence) {
        reply.complete(new Reply.Replay(sequence));
    }

    @Override
    public void onFailure(Failure failure) {
        reply.completeExceptionally(RequestRefused.of(ProblemCode.of(failure)));
    }
}
