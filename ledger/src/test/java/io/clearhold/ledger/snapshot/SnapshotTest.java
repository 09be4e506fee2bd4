package io.clearhold.ledger.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.RandomCommands;
import io.clearhold.ledger.fixture.ReplayCheck;
import io.clearhold.ledger.fixture.Seeds;
import io.clearhold.ledger.journal.JournalPlace;
import io.clearhold.ledger.machine.StateMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise I5: live state = state after full replay = state after snapshot and tail. */
class SnapshotTest {
    private static final long ANY = Long.MAX_VALUE;

    @TempDir Path folder;

    private final List<String> reports = new ArrayList<>();

    @Test
    void shouldGoOnFromASnapshotAsIfNothingHadHappened() {
        Seeds.forEach(
                6,
                random -> {
                    MachineFixture ledger = history(random, 1200);
                    int frames = ledger.frames().size();
                    for (int i = 0; i < 4; i++) {
                        StateMachine machine = machineAfter(ledger, 1 + random.nextInt(frames));
                        ReplayCheck.checkRest(ledger, writtenAndRead(machine));
                    }
                });
    }

    @Test
    void shouldRefuseASnapshotOfWhichAnyByteChanged() throws IOException {
        MachineFixture ledger = history(new Random(7), 60);
        Path file = new Snapshots(folder).write(snapshotOf(ledger.machine()));
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at += 1 + whole.length / 500) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(file, damaged);
            assertThat(new Snapshots(folder).newest(ANY, reports::add)).isEmpty();
        }
        assertThat(reports).isNotEmpty().allMatch(each -> each.contains("is passed over"));
        Files.write(file, whole);
        assertThat(new Snapshots(folder).newest(ANY, reports::add)).isPresent();
    }

    @Test
    void shouldFallBackToTheSnapshotBeforeADamagedOne() throws IOException {
        MachineFixture ledger = history(new Random(8), 100);
        Snapshots snapshots = new Snapshots(folder);
        snapshots.write(snapshotOf(machineAfter(ledger, 20)));
        Path newest = snapshots.write(snapshotOf(machineAfter(ledger, 40)));
        Files.write(newest, new byte[] {1, 2, 3});
        Snapshot used = snapshots.newest(ANY, reports::add).orElseThrow();
        assertThat(used.place().sequence()).isEqualTo(20);
        ReplayCheck.checkRest(ledger, used.machine());
        assertThat(reports).singleElement().asString().contains(newest.toString());
    }

    @Test
    void shouldNotUseASnapshotAboveWhatIsAskedFor() throws IOException {
        MachineFixture ledger = history(new Random(9), 100);
        Snapshots snapshots = new Snapshots(folder);
        snapshots.write(snapshotOf(machineAfter(ledger, 20)));
        snapshots.write(snapshotOf(machineAfter(ledger, 40)));
        assertThat(snapshots.newest(39, reports::add).orElseThrow().place().sequence())
                .isEqualTo(20);
        assertThat(snapshots.newest(19, reports::add)).isEmpty();
    }

    @Test
    void shouldKeepTheNewestAndDropWhatWasNeverFinished() throws IOException {
        MachineFixture ledger = history(new Random(10), 100);
        Snapshots snapshots = new Snapshots(folder);
        for (int sequence = 10; sequence <= 40; sequence += 10) {
            snapshots.write(snapshotOf(machineAfter(ledger, sequence)));
        }
        Files.createFile(folder.resolve("00000000000000000050.snapshot.part"));
        snapshots.keepNewest(2);
        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "00000000000000000030.snapshot", "00000000000000000040.snapshot");
        }
        assertThat(snapshots.newestSequence()).isEqualTo(40);
    }

    private static MachineFixture history(Random random, int steps) {
        MachineFixture ledger = new MachineFixture().withoutChecks();
        RandomCommands commands = new RandomCommands(ledger, random);
        for (int i = 0; i < steps; i++) {
            commands.step();
        }
        return ledger;
    }

    private static StateMachine machineAfter(MachineFixture ledger, int frames) {
        return ReplayCheck.replay(ledger.frames().subList(0, frames), false).machine();
    }

    private StateMachine writtenAndRead(StateMachine machine) {
        try {
            Snapshots snapshots = new Snapshots(folder);
            snapshots.write(snapshotOf(machine));
            Snapshot read =
                    snapshots.newest(machine.state().sequence(), reports::add).orElseThrow();
            assertThat(read.machine().state().hashHigh()).isEqualTo(machine.state().hashHigh());
            assertThat(read.machine().framePlainTimeMs()).isEqualTo(machine.framePlainTimeMs());
            assertThat(reports).isEmpty();
            return read.machine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Snapshot snapshotOf(StateMachine machine) {
        return new Snapshot(machine, new JournalPlace(machine.state().sequence(), 1, List.of()));
    }
}
