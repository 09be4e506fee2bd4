package io.clearhold.gateway.http;

import io.clearhold.gateway.operation.Operation;
import io.clearhold.gateway.operation.Request;
import io.clearhold.gateway.operation.Route;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One operation of a batch. Reused by its event loop, for which it waits in between. */
final class BatchEntry implements LedgerReply.Receiver {
    private final Request request = new Request();
    private final LedgerReply reply = new LedgerReply(this);
    private @Nullable Batch batch;
    private @Nullable Route route;
    private Operation.@Nullable ThroughRing operation;
    private @Nullable RuntimeException fault;
    private boolean entered;

    /** Begins anew, as a part of {@code owner}. */
    BatchEntry begin(Batch owner) {
        batch = owner;
        route = null;
        operation = null;
        fault = null;
        entered = false;
        return this;
    }

    Request request() {
        return request;
    }

    LedgerReply reply() {
        return reply;
    }

    void route(Route found, Operation.ThroughRing its) {
        route = found;
        operation = its;
    }

    @Nullable Route route() {
        return route;
    }

    Operation.ThroughRing operation() {
        return Objects.requireNonNull(operation);
    }

    /** It did not come into the ring, because of this. */
    void fault(RuntimeException why) {
        fault = why;
    }

    /** Why the ledger was not asked, or null. */
    @Nullable RuntimeException fault() {
        return fault;
    }

    void entered(boolean value) {
        entered = value;
    }

    /** Whether its idempotency key is among those in flight on its account. */
    boolean entered() {
        return entered;
    }

    /** Whether another entry has the same idempotency key. */
    boolean sharesKeyWith(BatchEntry other) {
        return other.request.keyed()
                && other.request.idempotencyHigh() == request.idempotencyHigh()
                && other.request.idempotencyLow() == request.idempotencyLow();
    }

    @Override
    public void durable() {
        operation().durable(request);
    }

    @Override
    public void answered() {
        Objects.requireNonNull(batch).oneLess();
    }
}
