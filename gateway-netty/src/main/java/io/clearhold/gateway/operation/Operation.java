package io.clearhold.gateway.operation;

import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.ResultRenderer.Form;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a route does. Operations have no state of their own and serve every event loop. */
public sealed interface Operation {
    /** One message into the ring, answered from its result; all of it on the event loop. */
    non-sealed interface ThroughRing extends Operation {
        /**
         * Reads the request and encodes its message into {@link Workbench#message}; returns the
         * length. Throws {@link io.clearhold.gateway.problem.RequestRefused}.
         */
        int encode(Request request, Workbench bench);

        /** How a success is answered. */
        default Form form() {
            return Form.ACTED;
        }

        /** Whether it cannot be part of a batch. */
        default boolean standsAlone() {
            return false;
        }

        /**
         * Called on the ledger's writer thread as soon as the command is durable and not refused,
         * before anything that the ledger answers later.
         */
        default void durable(Request request) {}

        /** What a success, also a repeated one, has to wait for before it is answered. */
        default @Nullable CompletableFuture<Void> completion() {
            return null;
        }
    }

    /** Many operations of this table in one request, which the server takes apart itself. */
    final class Batch implements Operation {}

    /** Answered at once from memory, on the event loop. */
    non-sealed interface Local extends Operation {
        void answer(Request request, Answer answer);
    }

    /**
     * Several messages, a walk through the journal, or a wait: on a virtual thread of its own, with
     * a bench of its own.
     */
    non-sealed interface Slow extends Operation {
        void run(Request request, Workbench bench, Answer answer) throws InterruptedException;

        /**
         * Refuses what is wrong in the request itself, before it is decided whether the caller may
         * ask; on the event loop.
         */
        default void check(Request request) {}

        /** The parameters that it takes behind the question mark; others are not looked at. */
        default Optional<QueryFields> fields() {
            return Optional.empty();
        }
    }
}
