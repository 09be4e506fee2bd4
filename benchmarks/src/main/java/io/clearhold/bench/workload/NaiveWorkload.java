package io.clearhold.bench.workload;

import io.clearhold.bench.measure.Figures;
import io.clearhold.bench.measure.InvalidMeasurementException;
import io.clearhold.bench.process.Workload;
import java.time.Duration;

/** Runs the {@link NaiveLedger}. */
final class NaiveWorkload implements Workload {
    private static final int BATCH = 256;

    private final NaiveLedger ledger;

    NaiveWorkload(NaiveLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Figures round(Duration duration) {
        long startNs = System.nanoTime();
        long endNs = startNs + duration.toNanos();
        long transfers = 0;
        long nowNs = startNs;
        while (nowNs < endNs) {
            for (int i = 0; i < BATCH; i++) {
                if (ledger.transfer()) {
                    transfers++;
                }
            }
            nowNs = System.nanoTime();
        }
        if (ledger.imbalance() != 0) {
            throw new InvalidMeasurementException("debits and credits differ");
        }
        return Figures.of(InProcess.TRANSFERS_PER_S, transfers * 1e9 / (nowNs - startNs));
    }

    @Override
    public void close() {}
}
