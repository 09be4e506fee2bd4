package io.clearhold.gateway.operation;

import io.clearhold.core.view.Scope;
import io.clearhold.core.view.ViewAwayException;
import io.clearhold.core.view.Views;
import io.clearhold.gateway.GatewaySettings;
import io.clearhold.gateway.auth.Credential;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import io.clearhold.gateway.query.QueryParameters;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How lists get at the view: few at a time, so that a database that hangs keeps only them waiting,
 * and not before the view is where the caller wants it. Safe for many threads.
 */
final class ViewAccess {
    static final String MIN_SEQUENCE = "Clearhold-Min-Sequence";

    private static final Logger LOG = LoggerFactory.getLogger(ViewAccess.class);

    /** Reads one thing. */
    interface Reading<T> {
        T read(Views views);
    }

    private final Views views;
    private final Semaphore places;
    private final long waitMs;

    ViewAccess(Views views, GatewaySettings settings) {
        this.views = views;
        this.places = new Semaphore(settings.listLimit());
        this.waitMs = settings.listWaitMs();
    }

    /** Reads, or refuses in words that a client can decide by. */
    <T> T read(Request request, Reading<T> reading) throws InterruptedException {
        return read(request, 0, reading);
    }

    /** The same, at least at a sequence. */
    <T> T read(Request request, long least, Reading<T> reading) throws InterruptedException {
        long wanted = Math.max(minSequence(request), least);
        if (!places.tryAcquire()) {
            throw RequestRefused.of(ProblemCode.OVERLOADED);
        }
        try {
            if (wanted > 0 && !views.awaitPosition(wanted, waitMs)) {
                throw RequestRefused.of(ProblemCode.VIEW_BEHIND);
            }
            return reading.read(views);
        } catch (ViewAwayException e) {
            // Who looks after PostgreSQL says so once; here it would be said once a request.
            LOG.debug("no answer to {}: {}", request.path(), e.getMessage());
            throw RequestRefused.of(ProblemCode.VIEW_UNAVAILABLE);
        } finally {
            places.release();
        }
    }

    /** The sequence that the view must have, 0 if the caller does not care. */
    static long minSequence(Request request) {
        @Nullable String token = request.headers().get(MIN_SEQUENCE);
        if (token == null) {
            return 0;
        }
        long sequence = QueryParameters.sequenceOf(token.strip());
        if (sequence < 0) {
            throw RequestRefused.of(
                    ProblemCode.INVALID_FIELD,
                    MIN_SEQUENCE + " must be a token that Clearhold-Sequence gave.");
        }
        return sequence;
    }

    /** What the caller may see. */
    static Scope scope(Request request) {
        return switch (request.credential()) {
            case Credential.ApiKey key ->
                    switch (key.role()) {
                        case OPERATOR, AUDITOR, SYSTEM -> new Scope.Everything();
                        case PLATFORM -> new Scope.Platform(key.platform());
                        case ACCOUNT -> new Scope.Account(key.account());
                        case CLIENT_SECRET, PAYER_SECRET, LINK_SECRET ->
                                throw new IllegalStateException("a key is no secret");
                    };
            case Credential.ClientSecret secret -> throw RequestRefused.of(ProblemCode.FORBIDDEN);
            case Credential.PayerSecret secret -> throw RequestRefused.of(ProblemCode.FORBIDDEN);
            case Credential.LinkSecret secret -> throw RequestRefused.of(ProblemCode.FORBIDDEN);
        };
    }
}
