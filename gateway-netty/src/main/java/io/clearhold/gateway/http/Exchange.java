package io.clearhold.gateway.http;

import io.clearhold.core.frame.Frame;
import io.clearhold.core.port.ReplyHandler;
import io.clearhold.gateway.GatewaySettings.HttpLimits;
import io.clearhold.gateway.auth.Authenticator.Outcome;
import io.clearhold.gateway.auth.KeyLookup;
import io.clearhold.gateway.operation.Operation;
import io.clearhold.gateway.operation.Request;
import io.clearhold.gateway.operation.Route;
import io.clearhold.gateway.operation.Workbench;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.Problems;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request on its way to its answer, in the order of refusals of the contract. It runs on the
 * event loop of its connection and is reused for the next request, unless it was given up.
 */
final class Exchange implements Runnable, LedgerReply.Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    /** What the exchange waits for. */
    private enum Stage {
        NOTHING,
        KEY,
        LEDGER,
        COMPLETION,
        SLOW
    }

    private final Server server;
    private final EventLoopState loopState;
    private final Connection connection;
    private final Request request = new Request();
    private final LedgerReply reply = new LedgerReply(this);
    private Stage stage = Stage.NOTHING;
    private boolean abandoned;
    private boolean entered;
    private Router.@Nullable Resource resource;
    private @Nullable Route route;
    private @Nullable Batch batch;
    private long startNanos;

    Exchange(Server server, EventLoopState loopState, Connection connection) {
        this.server = server;
        this.loopState = loopState;
        this.connection = connection;
    }

    Request request() {
        return request;
    }

    /** The request has arrived completely. */
    void start() {
        startNanos = System.nanoTime();
        stage = Stage.NOTHING;
        route = null;
        try {
            authenticate();
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void authenticate() {
        String path = request.path();
        Router.Resource found = server.router().find(request);
        resource = found;
        if (found == null ? !path.startsWith("/v1/") : found.open()) {
            proceed();
            return;
        }
        Outcome outcome =
                server.authenticator()
                        .authenticate(
                                request.headers().get(HttpHeaderNames.AUTHORIZATION),
                                request.headers().get(RequestHeaders.CLIENT_SECRET),
                                found != null && found.paymentScoped());
        switch (outcome) {
            case Outcome.Granted granted -> {
                request.credential(granted.credential());
                proceed();
            }
            case Outcome.Refused none -> throw RequestRefused.of(ProblemCode.UNAUTHENTICATED);
            case Outcome.Unknown unknown -> askForKey(unknown);
        }
    }

    private void askForKey(Outcome.Unknown unknown) {
        KeyLookup lookup =
                new KeyLookup(server.parts().keys(), unknown, end -> handOver(() -> keyKnown(end)));
        Workbench bench = loopState.bench();
        stage = Stage.KEY;
        offer(lookup.encode(bench.message()), lookup);
    }

    private void keyKnown(KeyLookup.End end) {
        if (abandoned) {
            return;
        }
        try {
            switch (end) {
                case KeyLookup.End.Found found -> {
                    request.credential(found.key().credential());
                    proceed();
                }
                case KeyLookup.End.Invalid invalid ->
                        throw RequestRefused.of(ProblemCode.UNAUTHENTICATED);
                case KeyLookup.End.Failed failed ->
                        throw RequestRefused.of(ProblemCode.UNAVAILABLE);
            }
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** Who asks is known: route, headers, body, and then into the ring. */
    private void proceed() {
        Router.Resource known = resource;
        if (known == null) {
            throw RequestRefused.of(ProblemCode.NOT_FOUND);
        }
        Route found = known.route(request.method());
        if (found == null) {
            Answer answer = fresh();
            answer.allow(known.allow());
            Problems.write(answer, ProblemCode.METHOD_NOT_ALLOWED);
            send(answer);
            return;
        }
        route = found;
        RequestHeaders.checkMediaType(found, request);
        if (found.writes() && !found.open()) {
            loopState.bench().hash(request, RequestHeaders.idempotencyKey(found, request));
        }
        switch (found.operation()) {
            case Operation.Local local -> {
                Answer answer = fresh();
                local.answer(request, answer);
                send(answer);
            }
            case Operation.ThroughRing ring -> {
                int length = ring.encode(request, loopState.bench());
                request.authorize(found);
                enter();
                stage = Stage.LEDGER;
                offer(length, reply);
            }
            case Operation.Slow slow -> {
                slow.check(request);
                if (!found.open()) {
                    request.authorize(found);
                }
                enter();
                startSlow(slow);
            }
            case Operation.Batch _ -> startBatch(found);
        }
    }

    private void startBatch(Route found) {
        HttpLimits limits = server.parts().settings().http();
        loopState.envelope().read(request.body(), request.bodyLength(), limits.batchOperations());
        request.authorize(found);
        stage = Stage.LEDGER;
        connection.waitsAnew();
        Batch started = new Batch(server, loopState, request, this::batchDone);
        batch = started;
        started.start();
    }

    private void batchDone() {
        Batch done = Objects.requireNonNull(batch);
        batch = null;
        done.leave();
        if (!abandoned) {
            Answer answer = fresh();
            done.complete(answer);
            send(answer);
        }
        done.recycle();
    }

    private void offer(int length, ReplyHandler handler) {
        switch (server.parts().ledger().offer(loopState.bench().message(), 0, length, handler)) {
            case ACCEPTED -> connection.waitsAnew();
            case FULL -> {
                server.metrics().ringFull();
                throw RequestRefused.of(ProblemCode.OVERLOADED);
            }
            case STOPPED -> throw RequestRefused.of(ProblemCode.UNAVAILABLE);
        }
    }

    private void startSlow(Operation.Slow operation) {
        if (!server.slowPermits().tryAcquire()) {
            throw RequestRefused.of(ProblemCode.OVERLOADED);
        }
        stage = Stage.SLOW;
        connection.waitsAnew();
        server.slow().execute(() -> runSlow(operation));
    }

    /** On a virtual thread; the request is this exchange's until the answer is handed over. */
    private void runSlow(Operation.Slow operation) {
        Answer answer = new Answer().reset(request.requestId());
        try (Workbench bench = new Workbench(server.parts())) {
            operation.run(request, bench, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Problems.write(answer.reset(request.requestId()), ProblemCode.UNAVAILABLE);
        } catch (RuntimeException e) {
            LedgerAnswer.fault(e, request, route, answer.reset(request.requestId()));
        } finally {
            server.slowPermits().release();
        }
        handOver(() -> {
            request.dropFile();
            send(answer);
        });
    }

    @Override
    public void durable() {
        ring().durable(request);
    }

    @Override
    public void answered() {
        handOver(this);
    }

    /** Continues on the event loop, from whatever thread. */
    void handOver(Runnable task) {
        try {
            loopState.loop().execute(task);
        } catch (RejectedExecutionException e) {
            // The server has stopped; nobody waits for the answer any more.
            server.inFlight().leave(request.idempotencyHigh(), request.idempotencyLow());
        }
    }

    /** The ledger has answered. */
    @Override
    public void run() {
        if (abandoned) {
            leave();
            return;
        }
        try {
            ProblemCode failure = reply.failure();
            if (failure != null) {
                throw RequestRefused.of(failure);
            }
            Frame frame = replayed();
            boolean refused =
                    frame == null
                            ? reply.isRefusal(reply.result(), 0)
                            : reply.isRefusal(frame.buffer(), frame.resultOffset());
            CompletableFuture<Void> completion = refused ? null : ring().completion();
            if (completion == null) {
                render(frame);
            } else {
                stage = Stage.COMPLETION;
                connection.waitsAnew();
                CompletableFuture<Void> _ =
                        completion.whenComplete((_, fault) -> handOver(() -> completed(fault)));
            }
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void completed(@Nullable Throwable fault) {
        if (abandoned) {
            leave();
            return;
        }
        try {
            if (fault != null) {
                LOG.warn("an operation did not complete", fault);
                throw RequestRefused.of(ProblemCode.OUTCOME_UNKNOWN);
            }
            render(replayed());
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void render(@Nullable Frame frame) {
        Answer answer = fresh();
        LedgerAnswer.render(ring(), request, reply, frame, loopState.bench(), answer);
        send(answer);
    }

    private @Nullable Frame replayed() {
        return LedgerAnswer.replayed(request, reply, loopState.bench());
    }

    private Operation.ThroughRing ring() {
        if (Objects.requireNonNull(route).operation() instanceof Operation.ThroughRing operation) {
            return operation;
        }
        throw new IllegalStateException("the ledger answered " + route);
    }

    /** How long it may wait for what it waits for. */
    long patienceMs() {
        return switch (stage) {
            case NOTHING, KEY, LEDGER -> server.parts().settings().http().replyTimeoutMs();
            case COMPLETION, SLOW -> server.parts().settings().waitTimeoutMs();
        };
    }

    /** Answers without what it waits for; when that comes, nobody wants it any more. */
    void giveUp() {
        abandoned = true;
        Answer answer = fresh();
        boolean asked = stage != Stage.KEY && route != null && route.writes();
        Problems.write(answer, asked ? ProblemCode.OUTCOME_UNKNOWN : ProblemCode.UNAVAILABLE);
        connection.answer(answer, route, System.nanoTime() - startNanos);
    }

    /** The client is gone. */
    void abandon() {
        abandoned = true;
    }

    private void fail(RuntimeException e) {
        Answer answer = fresh();
        LedgerAnswer.fault(e, request, route, answer);
        send(answer);
    }

    private void send(Answer answer) {
        leave();
        stage = Stage.NOTHING;
        Route answered = route;
        if (!abandoned) {
            answer.receipt(answered != null && RequestHeaders.wantsReceipt(answered, request));
            connection.answer(answer, route, System.nanoTime() - startNanos);
        }
    }

    private Answer fresh() {
        return loopState.answer().reset(request.requestId());
    }

    private void enter() {
        if (request.keyed()) {
            if (!server.inFlight().enter(request.idempotencyHigh(), request.idempotencyLow())) {
                throw RequestRefused.of(ProblemCode.IDEMPOTENCY_IN_FLIGHT);
            }
            entered = true;
        }
    }

    private void leave() {
        if (entered) {
            entered = false;
            server.inFlight().leave(request.idempotencyHigh(), request.idempotencyLow());
        }
    }
}
