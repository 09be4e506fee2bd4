package io.clearhold.bank.dispatch;

import java.util.concurrent.TimeUnit;

/** Pauses that double up to a bound. Confined to one thread. */
final class Backoff {
    private final long longestMs;
    private long nextMs;

    Backoff(BankDispatchSettings settings) {
        longestMs = settings.longestRetryMs();
        nextMs = settings.firstRetryMs();
    }

    void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(nextMs);
        nextMs = Math.min(2 * nextMs, longestMs);
    }
}
