package io.clearhold.bench.workload;

import io.clearhold.bench.measure.Figures;
import io.clearhold.bench.measure.InvalidMeasurementException;
import io.clearhold.bench.process.Workload;
import io.clearhold.core.frame.Frame;
import io.clearhold.ledger.journal.ChronicleJournal;
import io.clearhold.ledger.journal.JournalRecovery;
import io.clearhold.ledger.replay.Replay;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A whole recovery, again and again: read each frame of a journal on disk, check it, apply its
 * events to an empty state.
 */
final class ReplayWorkload implements Workload {
    private static final int GROUP = 4096;

    private final Path folder;
    private final long frames;
    private final long hashHigh;
    private final long hashLow;

    ReplayWorkload(LifecycleScript script, long payments, Path folder) {
        this.folder = folder;
        this.frames = script.setupLength() + payments;
        ScriptedMachine machine = new ScriptedMachine(script);
        try (ChronicleJournal journal =
                new JournalRecovery(folder).open(0, frame -> {}).journal()) {
            for (long i = 1; i <= frames; i++) {
                machine.step();
                Frame frame = machine.frame();
                frame.end(journal.syncedSequence(), 1);
                journal.append(frame, frame.logTimeMs());
                if (i % GROUP == 0) {
                    journal.sync();
                }
            }
            journal.sync();
        }
        hashHigh = machine.machine().state().hashHigh();
        hashLow = machine.machine().state().hashLow();
    }

    @Override
    public Figures round(Duration duration) {
        long startNs = System.nanoTime();
        long endNs = startNs + duration.toNanos();
        long applied = 0;
        long nowNs = startNs;
        while (nowNs < endNs) {
            Replay replay = new Replay(false);
            new JournalRecovery(folder).open(0, replay).journal().close();
            nowNs = System.nanoTime();
            applied += replay.frames();
            check(replay);
        }
        return Figures.of(InProcess.FRAMES_PER_S, applied * 1e9 / (nowNs - startNs));
    }

    private void check(Replay replay) {
        boolean same =
                replay.frames() == frames
                        && replay.machine().state().hashHigh() == hashHigh
                        && replay.machine().state().hashLow() == hashLow;
        if (!same) {
            throw new InvalidMeasurementException("replay came to another state");
        }
    }

    @Override
    public void close() {}
}
