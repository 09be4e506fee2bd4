package io.clearhold.config.engine;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.RefusalDecoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.port.JournalReader;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.ReplyHandler;
import io.clearhold.core.result.ResultCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Sends the few commands of the server's own and waits for each. A command that was answered before
 * gets that answer again, read back from its frame. Safe for many threads.
 */
public final class LedgerCalls {
    private static final long REPLY_TIMEOUT_SECONDS = 30;

    private final Ledger ledger;

    public LedgerCalls(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * A message that is not a refusal.
     *
     * @param message with its header
     * @param sequence of the frame, or the sequence that the answer is true of
     */
    public record Result(DirectBuffer message, long sequence) {}

    /** The ledger refused; the message is its sentence. */
    public static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedException(ResultCode code, long first, long second) {
            super(code.detail(first, second));
        }
    }

    /** The result of a command or query that must be granted. */
    public Result call(CommandMessage message) {
        Reply reply = new Reply();
        Ledger.Offer offer = ledger.offer(message.buffer(), 0, message.length(), reply);
        if (offer != Ledger.Offer.ACCEPTED) {
            throw new IllegalStateException("the ledger takes no message now: " + offer);
        }
        Result result = reply.await();
        if (result.message().capacity() == 0) {
            result = readBack(result.sequence());
        }
        requireGranted(result.message());
        return result;
    }

    private Result readBack(long sequence) {
        Frame frame = new Frame();
        try (JournalReader reader = ledger.openReader()) {
            if (!reader.read(sequence, frame)) {
                throw new IllegalStateException(
                        "the answer at sequence " + sequence + " is no longer kept");
            }
        }
        byte[] copy = new byte[frame.resultLength()];
        frame.buffer().getBytes(frame.resultOffset(), copy);
        return new Result(new UnsafeBuffer(copy), sequence);
    }

    private static void requireGranted(DirectBuffer message) {
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(message, 0);
        if (header.templateId() == RefusalDecoder.TEMPLATE_ID) {
            RefusalDecoder refusal = new RefusalDecoder();
            refusal.wrapAndApplyHeader(message, 0, header);
            throw new RefusedException(
                    ResultCode.of(refusal.code()), refusal.first(), refusal.second());
        }
    }

    /** Copies on the writer's thread; everything else happens on the caller's. */
    private static final class Reply implements ReplyHandler {
        private final CompletableFuture<Result> result = new CompletableFuture<>();

        Result await() {
            try {
                return result.get(REPLY_TIMEOUT_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the ledger was asked", e);
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException("the ledger did not answer", e);
            }
        }

        @Override
        public void onResult(
                long sequence, boolean framed, DirectBuffer message, int offset, int length) {
            byte[] copy = new byte[length];
            message.getBytes(offset, copy);
            result.complete(new Result(new UnsafeBuffer(copy), sequence));
        }

        @Override
        public void onReplay(long sequence) {
            result.complete(new Result(new UnsafeBuffer(0, 0), sequence));
        }

        @Override
        public void onFailure(Failure failure) {
            result.completeExceptionally(
                    new IllegalStateException("the ledger did not do it: " + failure));
        }
    }
}
