package io.clearhold.config.command;

import java.time.Duration;

/** Cuts a stop short that takes too long: whoever stops a server counts on its end. */
final class BoundedStop {
    private BoundedStop() {}

    /** Runs the stop; ends the process with 1 if it is not done in time. */
    static void run(long timeoutMs, Runnable stop) throws InterruptedException {
        Thread thread = new Thread(stop, "clearhold-stop");
        thread.start();
        if (!thread.join(Duration.ofMillis(timeoutMs))) {
            System.err.println(
                    "clearhold: the stop took longer than "
                            + timeoutMs
                            + " ms and was cut short; what was acknowledged is safe");
            Runtime.getRuntime().halt(1);
        }
    }
}
