package io.clearhold.core.port;

import java.util.concurrent.CompletableFuture;

/** Moves logged time in the sandbox, step by step from deadline to deadline. */
public interface SandboxClock {
    /**
     * Completes when logged time has reached the target that is in the state, every deadline in
     * between has fired in order and the tailers are idle. Completes at once when there is nothing
     * to reach.
     */
    CompletableFuture<Void> reachTarget();
}
