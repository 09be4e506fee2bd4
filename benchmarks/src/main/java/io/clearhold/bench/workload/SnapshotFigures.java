package io.clearhold.bench.workload;

import io.clearhold.ledger.journal.JournalPlace;
import io.clearhold.ledger.machine.StateMachine;
import io.clearhold.ledger.snapshot.Snapshot;
import io.clearhold.ledger.snapshot.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a snapshot of a state costs, and a start from it.
 *
 * @param restartSeconds to read it, and for as many frames as lie between two snapshots; they are
 *     decided and applied here, which takes longer than applying them
 */
record SnapshotFigures(
        double bytes, double writeSeconds, double readSeconds, double restartSeconds) {
    /** What {@code snapshots.interval-frames} is by default. */
    private static final long INTERVAL_FRAMES = 1_000_000;

    /** Writes the machine, forgets it, reads it back and goes on with that. */
    static SnapshotFigures measure(ScriptedMachine machine, Path folder) throws IOException {
        Snapshots snapshots = new Snapshots(folder.resolve("snapshots"));
        long startNs = System.nanoTime();
        Path file = snapshots.write(snapshotOf(machine.machine()));
        double writeSeconds = secondsSince(startNs);
        double bytes = Files.size(file);
        // Both at a time would need the memory twice.
        machine.replace(new StateMachine());
        System.gc();
        long readNs = System.nanoTime();
        machine.replace(
                snapshots
                        .newest(
                                Long.MAX_VALUE,
                                sentence -> {
                                    throw new IllegalStateException(sentence);
                                })
                        .orElseThrow()
                        .machine());
        double readSeconds = secondsSince(readNs);
        machine.run(INTERVAL_FRAMES);
        double restartSeconds = secondsSince(readNs);
        Files.delete(file);
        return new SnapshotFigures(bytes, writeSeconds, readSeconds, restartSeconds);
    }

    private static Snapshot snapshotOf(StateMachine machine) {
        return new Snapshot(machine, new JournalPlace(machine.state().sequence(), 0, List.of()));
    }

    private static double secondsSince(long startNs) {
        return (System.nanoTime() - startNs) / 1e9;
    }
}
