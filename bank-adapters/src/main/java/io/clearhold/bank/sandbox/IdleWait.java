package io.clearhold.bank.sandbox;

import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.Tailer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until the tailers have dealt with everything that is durable, and with what their own
 * commands brought about. Other traffic may go on meanwhile, so the rounds are bounded.
 */
final class IdleWait {
    private static final Logger LOGGER = LoggerFactory.getLogger(IdleWait.class);

    private final Ledger ledger;
    private final List<Tailer> tailers;
    private final SandboxClockSettings settings;

    IdleWait(Ledger ledger, List<? extends Tailer> tailers, SandboxClockSettings settings) {
        this.ledger = ledger;
        this.tailers = List.copyOf(tailers);
        this.settings = settings;
    }

    void await() throws InterruptedException {
        long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.idleTimeoutMs());
        for (int round = 0; round < settings.maxIdleRounds(); round++) {
            long watermark = ledger.watermark();
            for (Tailer tailer : tailers) {
                if (!awaitIdle(tailer, watermark, endNs)) {
                    LOGGER.warn("the clock goes on although {} is not idle", tailer.name());
                    return;
                }
            }
            if (ledger.watermark() == watermark) {
                return;
            }
        }
    }

    private boolean awaitIdle(Tailer tailer, long sequence, long endNs)
            throws InterruptedException {
        while (!tailer.isIdle(sequence)) {
            if (System.nanoTime() - endNs >= 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(settings.pollMs());
        }
        return true;
    }
}
