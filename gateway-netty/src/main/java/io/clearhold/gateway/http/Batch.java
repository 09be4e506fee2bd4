package io.clearhold.gateway.http;

import io.clearhold.core.frame.Frame;
import io.clearhold.gateway.json.BatchEnvelope;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.operation.Operation;
import io.clearhold.gateway.operation.Request;
import io.clearhold.gateway.operation.Route;
import io.clearhold.gateway.operation.Workbench;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.MediaType;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a batch on their way to one answer. They go into the ring in their order, one
 * behind the other, and share its syncs; each is decided by itself. Runs on the event loop of its
 * connection, but for {@link #oneLess}.
 */
final class Batch {
    private static final JsonName OBJECT = JsonName.of("object");
    private static final JsonName DATA = JsonName.of("data");
    private static final JsonName STATUS = JsonName.of("status");
    private static final JsonName BODY = JsonName.of("body");
    private static final JsonName SEQUENCE = JsonName.of("sequence");
    private static final JsonName HAS_MORE = JsonName.of("has_more");

    /** About what one operation adds to the answer. */
    private static final int EXPECTED_BYTES = 1024;

    private final Server server;
    private final EventLoopState loopState;
    private final Request outer;
    private final long requestId;
    private final Runnable done;
    private final List<BatchEntry> entries;
    private final AtomicInteger awaited;

    /**
     * A batch of as many operations as the envelope has.
     *
     * @param outer is not looked at any more once {@link #start} has returned
     * @param done called on the event loop when every operation has its outcome
     */
    Batch(Server server, EventLoopState loopState, Request outer, Runnable done) {
        this.server = server;
        this.loopState = loopState;
        this.outer = outer;
        this.requestId = outer.requestId();
        this.done = done;
        int count = loopState.envelope().count();
        this.entries = new ArrayList<>(count);
        this.awaited = new AtomicInteger(count + 1);
    }

    /** Offers every operation to the ledger; what is wrong with one is its own fault. */
    void start() {
        BatchEnvelope envelope = loopState.envelope();
        server.metrics().batchOperations(envelope.count());
        for (int i = 0; i < envelope.count(); i++) {
            BatchEntry entry = loopState.takeEntry().begin(this);
            begin(entry.request(), envelope, i);
            try {
                offer(entry, envelope.key(i));
            } catch (RuntimeException e) {
                entry.fault(e);
                awaited.decrementAndGet();
            }
            entries.add(entry);
        }
        oneLess();
    }

    /** One outcome is there; on the ledger's writer thread, or at the end of {@link #start}. */
    void oneLess() {
        if (awaited.decrementAndGet() > 0) {
            return;
        }
        try {
            loopState.loop().execute(done);
        } catch (RejectedExecutionException e) {
            // The server has stopped; nobody waits for the answer any more.
            leave();
        }
    }

    /** Writes every outcome, in order; entries whose key was in flight leave. */
    void complete(Answer answer) {
        JsonWriter out = answer.begin(200, MediaType.JSON);
        out.reserve(entries.size() * EXPECTED_BYTES);
        out.beginObject().member(OBJECT, "list").name(DATA).beginArray();
        boolean allReplayed = !entries.isEmpty();
        long sequence = 0;
        for (BatchEntry entry : entries) {
            Answer part = outcome(entry);
            out.beginObject().member(STATUS, part.status());
            out.name(BODY).raw(part.json().array(), 0, part.json().length());
            if (part.sequence() != 0) {
                out.name(SEQUENCE).quoted(part.sequence());
            }
            out.endObject();
            allReplayed &= part.replayed();
            sequence = Math.max(sequence, part.sequence());
        }
        out.endArray().member(HAS_MORE, false).endObject();
        answer.sequence(sequence);
        answer.replayed(allReplayed);
    }

    /** The keys are no longer in flight, and the entries can be used again. */
    void leave() {
        for (BatchEntry entry : entries) {
            Request request = entry.request();
            if (entry.entered()) {
                server.inFlight().leave(request.idempotencyHigh(), request.idempotencyLow());
            }
        }
    }

    /** On the event loop only: nobody refers to the entries any more. */
    void recycle() {
        for (BatchEntry entry : entries) {
            loopState.giveEntry(entry);
        }
        entries.clear();
    }

    private void begin(Request request, BatchEnvelope envelope, int i) {
        request.begin("POST", envelope.path(i), EmptyHttpHeaders.INSTANCE, requestId);
        request.credential(outer.credential());
        int length = envelope.bodyLength(i);
        if (length <= server.parts().settings().http().bodyBytes()) {
            byte[] room = request.bodyFor(length);
            System.arraycopy(outer.body(), envelope.bodyOffset(i), room, 0, length);
        }
        request.bodyAdvance(length);
    }

    /** The same checks in the same order as for a request of its own. */
    private void offer(BatchEntry entry, @Nullable String key) {
        Request request = entry.request();
        if (request.bodyLength() > server.parts().settings().http().bodyBytes()) {
            throw RequestRefused.of(ProblemCode.BODY_TOO_LARGE);
        }
        Route route = route(request);
        if (!(route.operation() instanceof Operation.ThroughRing operation)
                || !(route.body() instanceof Route.Body.Json)
                || route.open()
                || operation.standsAlone()) {
            throw RequestRefused.of(ProblemCode.NOT_IN_BATCH);
        }
        entry.route(route, operation);
        Workbench bench = loopState.bench();
        bench.hash(request, RequestHeaders.checkedKey(route, key));
        int length = operation.encode(request, bench);
        request.authorize(route);
        enter(entry);
        switch (server.parts().ledger().offer(bench.message(), 0, length, entry.reply())) {
            case ACCEPTED -> {}
            case FULL -> {
                server.metrics().ringFull();
                throw RequestRefused.of(ProblemCode.OVERLOADED);
            }
            case STOPPED -> throw RequestRefused.of(ProblemCode.UNAVAILABLE);
        }
    }

    private Route route(Request request) {
        Router.Resource resource =
                request.target().startsWith("/v1/") && isPlain(request.target())
                        ? server.router().find(request)
                        : null;
        if (resource == null) {
            throw RequestRefused.of(ProblemCode.NOT_FOUND);
        }
        Route route = resource.route(request.method());
        if (route == null) {
            throw RequestRefused.of(ProblemCode.METHOD_NOT_ALLOWED);
        }
        return route;
    }

    /** Whether it could stand in a request line: visible ASCII. */
    private static boolean isPlain(String target) {
        for (int i = 0; i < target.length(); i++) {
            if (target.charAt(i) <= ' ' || target.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** A key that an earlier entry brought may come again: the ledger sees them in order. */
    private void enter(BatchEntry entry) {
        Request request = entry.request();
        if (server.inFlight().enter(request.idempotencyHigh(), request.idempotencyLow())) {
            entry.entered(true);
            return;
        }
        for (BatchEntry earlier : entries) {
            if (earlier.entered() && earlier.sharesKeyWith(entry)) {
                return;
            }
        }
        throw RequestRefused.of(ProblemCode.IDEMPOTENCY_IN_FLIGHT);
    }

    private Answer outcome(BatchEntry entry) {
        Request request = entry.request();
        Answer part = loopState.part().reset(requestId);
        try {
            RuntimeException fault = entry.fault();
            if (fault != null) {
                throw fault;
            }
            ProblemCode failure = entry.reply().failure();
            if (failure != null) {
                throw RequestRefused.of(failure);
            }
            Workbench bench = loopState.bench();
            Frame frame = LedgerAnswer.replayed(request, entry.reply(), bench);
            LedgerAnswer.render(entry.operation(), request, entry.reply(), frame, bench, part);
        } catch (RuntimeException e) {
            LedgerAnswer.fault(e, request, entry.route(), part.reset(requestId));
        }
        return part;
    }
}
