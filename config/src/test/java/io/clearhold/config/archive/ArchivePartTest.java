package io.clearhold.config.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.config.data.DataFolder;
import io.clearhold.config.journal.JournalReplay;
import io.clearhold.config.settings.ArchiveSettings;
import io.clearhold.config.snapshot.SnapshotMaker;
import io.clearhold.core.lifecycle.ServerMode;
import io.clearhold.core.port.ReplyHandler;
import io.clearhold.core.port.Tailer;
import io.clearhold.ledger.engine.Engine;
import io.clearhold.ledger.engine.EngineSettings;
import io.clearhold.ledger.engine.LogTime;
import io.clearhold.ledger.journal.ChronicleJournal;
import io.clearhold.ledger.journal.JournalArchive;
import io.clearhold.ledger.journal.JournalRecovery;
import io.clearhold.ledger.machine.StateMachine;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.Commands;
import io.clearhold.ledger.scenario.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivePartTest {
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    private static final int DAYS = 8;
    private static final long START_MS = 1_800_000_000_000L;

    @TempDir Path temporary;

    private DataFolder folder;
    private long platform = 1;

    /** A frame a day, and a snapshot behind the fifth. */
    @BeforeEach
    void write() throws Exception {
        folder = new DataFolder(temporary.resolve("data"));
        folder.create();
        run(0, 5);
        new SnapshotMaker(folder).make(sentence -> {});
        run(5, DAYS);
    }

    @Test
    void shouldMoveWhatNeitherSnapshotNorTailerNorRetryNeeds() throws Exception {
        String hash = JournalReplay.run(folder, true).stateHash();
        try (ChronicleJournal journal = open(new StateMachine())) {
            long whole = JournalArchive.count(folder.journal());
            assertThat(whole).isZero();
            try (ArchivePart part = archive(journal, 2, 0)) {
                awaitCount(part, 1);
            }
            try (ArchivePart part = archive(journal, Long.MAX_VALUE, 5 * DAY_MS)) {
                awaitCount(part, 2);
            }
            try (ArchivePart part = archive(journal, Long.MAX_VALUE, 0)) {
                awaitCount(part, 5);
                assertThat(part.failures()).isZero();
            }
        }
        assertThat(JournalReplay.run(folder, true).stateHash()).isEqualTo(hash);
    }

    @Test
    void shouldLeaveTheFileOfAnotherJournalAlone() throws Exception {
        DataFolder first = folder;
        try (ChronicleJournal journal = open(new StateMachine());
                ArchivePart part = archive(journal, Long.MAX_VALUE, 0)) {
            awaitCount(part, 5);
        }
        folder = new DataFolder(temporary.resolve("other"));
        folder.create();
        platform = 2;
        run(0, 7);
        new SnapshotMaker(folder).make(sentence -> {});
        try (ChronicleJournal journal = open(new StateMachine());
                ArchivePart part = archive(journal, Long.MAX_VALUE, 0)) {
            await(() -> part.failures() > 0);
        }
        assertThat(JournalArchive.count(folder.journal()))
                .as("the first file, the configuration, has the very same bytes")
                .isEqualTo(1);
        assertThat(JournalReplay.run(first, true).stateHash()).isNotEmpty();
    }

    private void awaitCount(ArchivePart part, long count) {
        await(() -> JournalArchive.count(folder.journal()) >= count || part.failures() > 0);
        part.close();
        assertThat(JournalArchive.count(folder.journal())).isEqualTo(count);
    }

    private static void await(BooleanSupplier condition) {
        long endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(endNanos);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private ArchivePart archive(ChronicleJournal journal, long tailed, long retentionMs) {
        Optional<Path> target = Optional.of(temporary.resolve("archive"));
        return ArchivePart.start(
                new ArchiveSettings(target, 5),
                journal,
                folder,
                List.of(new At(tailed)),
                retentionMs);
    }

    private ChronicleJournal open(StateMachine machine) {
        return new JournalRecovery(folder.journal()).open(0, machine::apply).journal();
    }

    private void run(int fromDay, int toDay) throws IOException {
        StateMachine machine = new StateMachine();
        long[] nowMs = {START_MS};
        try (Engine engine =
                new Engine(
                        EngineSettings.DEFAULTS,
                        open(machine),
                        machine,
                        LogTime.of(() -> nowMs[0]))) {
            engine.start();
            for (int day = fromDay; day < toDay; day++) {
                nowMs[0] = START_MS + day * DAY_MS;
                send(
                        engine,
                        day == 0
                                ? configure()
                                : Commands.createAccount(Actor.platform(platform), true));
            }
        }
    }

    private static Message configure() {
        return Commands.configure(
                Actor.SYSTEM,
                new Commands.Setup(
                        ServerMode.SANDBOX, 0, DAY_MS, 60_000, List.of(156), List.of(5_000L)));
    }

    private static void send(Engine engine, Message message) {
        CompletableFuture<Long> done = new CompletableFuture<>();
        engine.offer(
                message.buffer(),
                0,
                message.length(),
                new ReplyHandler() {
                    @Override
                    public void onResult(
                            long sequence,
                            boolean framed,
                            DirectBuffer result,
                            int offset,
                            int length) {
                        done.complete(sequence);
                    }

                    @Override
                    public void onReplay(long sequence) {
                        done.complete(sequence);
                    }

                    @Override
                    public void onFailure(Failure failure) {
                        done.completeExceptionally(new AssertionError(failure));
                    }
                });
        done.join();
    }

    /** A tailer that stands somewhere. */
    private record At(long position) implements Tailer {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public String trouble() {
            return "";
        }

        @Override
        public boolean isIdle(long sequence) {
            return true;
        }
    }
}
