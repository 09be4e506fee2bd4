package io.clearhold.gateway.webhook;

import io.clearhold.core.codec.ClockResultDecoder;
import io.clearhold.core.codec.DisableWebhookEndpointEncoder;
import io.clearhold.core.codec.GetClockEncoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.ReplyHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/** What webhooks ask the ledger in the server's own name. Confined to one thread. */
final class SystemCalls {
    private static final long TIMEOUT_MS = 10_000;

    /** The ledger has stopped, or is so busy that nothing can be done now. */
    static final class LedgerAwayException extends Exception {
        private static final long serialVersionUID = 1;

        LedgerAwayException() {
            super("the ledger does not answer");
        }
    }

    private final Ledger ledger;
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(256);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();

    SystemCalls(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Logged time. */
    long nowMs() throws InterruptedException, LedgerAwayException {
        GetClockEncoder query = new GetClockEncoder().wrapAndApplyHeader(buffer, 0, header);
        query.origin().role((short) Role.SYSTEM.code());
        Reply reply = new Reply(true);
        if (ledger.offer(buffer, 0, query.limit(), reply) != Ledger.Offer.ACCEPTED) {
            throw new LedgerAwayException();
        }
        try {
            return reply.nowMs.get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LedgerAwayException();
        }
    }

    /**
     * Disables an endpoint that said it is gone. Not waited for: if it is lost, the next attempt is
     * told the same and asks again; if the owner was faster, it is refused.
     */
    void disable(long endpoint, long textSequence) {
        DisableWebhookEndpointEncoder command =
                new DisableWebhookEndpointEncoder().wrapAndApplyHeader(buffer, 0, header);
        command.origin().role((short) Role.SYSTEM.code());
        command.endpoint(endpoint).expectedTextSequence(textSequence);
        ledger.offer(buffer, 0, command.limit(), new Reply(false));
    }

    private static final class Reply implements ReplyHandler {
        private final CompletableFuture<Long> nowMs = new CompletableFuture<>();
        private final boolean clock;

        Reply(boolean clock) {
            this.clock = clock;
        }

        @Override
        public void onResult(
                long sequence, boolean framed, DirectBuffer result, int offset, int length) {
            if (clock) {
                nowMs.complete(
                        new ClockResultDecoder()
                                .wrapAndApplyHeader(result, offset, new MessageHeaderDecoder())
                                .nowMs());
            }
        }

        @Override
        public void onReplay(long sequence) {
            nowMs.completeExceptionally(new LedgerAwayException());
        }

        @Override
        public void onFailure(Failure failure) {
            nowMs.completeExceptionally(new LedgerAwayException());
        }
    }
}
