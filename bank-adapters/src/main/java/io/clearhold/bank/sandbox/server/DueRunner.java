package io.clearhold.bank.sandbox.server;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what is due as time passes by itself; a moved clock does so on its own thread. */
final class DueRunner {
    private static final Logger LOGGER = LoggerFactory.getLogger(DueRunner.class);

    /** How long it sleeps at most; also its pause after a failure. */
    private static final long LONGEST_WAIT_MS = 1_000;

    private final SandboxBank bank;
    private final Presence presence;
    private final Thread thread;

    DueRunner(SandboxBank bank, Presence presence) {
        this.bank = bank;
        this.presence = presence;
        thread = Thread.ofPlatform().daemon().name("sandbox-bank-due").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (presence.awaitPresent()) {
                try {
                    bank.awaitDue(LONGEST_WAIT_MS);
                    if (presence.awaitPresent()) {
                        bank.runDue();
                    }
                } catch (RuntimeException e) {
                    LOGGER.error("the sandbox bank cannot do what is due", e);
                    presence.awaitTime(LONGEST_WAIT_MS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends after what is under way. */
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join(Duration.ofMillis(2 * LONGEST_WAIT_MS));
    }
}
