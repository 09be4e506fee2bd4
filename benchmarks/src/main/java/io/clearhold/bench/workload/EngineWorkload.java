package io.clearhold.bench.workload;

import io.clearhold.bench.measure.Figures;
import io.clearhold.bench.measure.InvalidMeasurementException;
import io.clearhold.bench.process.Workload;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.ReplyHandler;
import io.clearhold.ledger.engine.Engine;
import io.clearhold.ledger.engine.EngineSettings;
import io.clearhold.ledger.engine.EngineStatistics;
import io.clearhold.ledger.journal.JournalRecovery;
import io.clearhold.ledger.journal.JournalSettings;
import io.clearhold.ledger.replay.Replay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.agrona.DirectBuffer;

/**
 * The engine in this process: commands into the ring from one thread, many unanswered at a time,
 * each counted when it is answered, which it is when it is durable.
 */
final class EngineWorkload implements Workload {
    /** Unanswered commands: two full groups, one being filled while the other is synced. */
    private static final int OUTSTANDING = 2 * EngineSettings.DEFAULTS.groupLimit();

    private static final long PAUSE_NS = 20_000;
    private static final long ANSWER_TIMEOUT_NS = 30_000_000_000L;

    private final LifecycleScript script;
    private final Engine engine;
    private final Answers answers = new Answers();
    private long offered;

    EngineWorkload(LifecycleScript script, Path folder) throws IOException {
        this.script = script;
        Replay replay = new Replay(false);
        JournalRecovery.Recovered recovered =
                new JournalRecovery(folder, JournalSettings.DEFAULTS).open(0, replay);
        engine = new Engine(EngineSettings.DEFAULTS, recovered.journal(), replay.machine());
        engine.start();
        offer(script.setupLength() + (long) script.fillLength());
        awaitAnswers();
    }

    @Override
    public Figures round(Duration duration) {
        EngineStatistics statistics = engine.statistics();
        long syncNsBefore = statistics.syncNanos().sum();
        long groupsBefore = statistics.groups();
        long answeredBefore = answers.count();
        long startNs = System.nanoTime();
        long endNs = startNs + duration.toNanos();
        while (System.nanoTime() < endNs) {
            offer(64);
        }
        long answered = answers.count() - answeredBefore;
        long elapsedNs = System.nanoTime() - startNs;
        long groups = Math.max(1, statistics.groups() - groupsBefore);
        double syncNs = statistics.syncNanos().sum() - syncNsBefore;
        awaitAnswers();
        return Figures.of(InProcess.COMMANDS_PER_S, answered * 1e9 / elapsedNs)
                .with("commands_per_sync", (double) answered / groups)
                .with("sync_share", syncNs / elapsedNs);
    }

    @Override
    public void close() {
        engine.close();
    }

    private void offer(long commands) {
        for (long i = 0; i < commands; i++) {
            while (offered - answers.count() >= OUTSTANDING) {
                LockSupport.parkNanos(PAUSE_NS);
                answers.check();
            }
            script.next();
            offered++;
            Ledger.Offer offer = engine.offer(script.command(), 0, script.length(), answers);
            if (offer != Ledger.Offer.ACCEPTED) {
                throw new InvalidMeasurementException(
                        "the engine did not take a command: " + offer);
            }
        }
    }

    private void awaitAnswers() {
        long deadlineNs = System.nanoTime() + ANSWER_TIMEOUT_NS;
        while (answers.count() < offered) {
            LockSupport.parkNanos(PAUSE_NS);
            if (System.nanoTime() > deadlineNs) {
                throw new InvalidMeasurementException("commands were not answered");
            }
        }
        answers.check();
    }

    /** Counts on the writer's thread; read by the one that offers. */
    private static final class Answers implements ReplyHandler {
        private final AtomicLong count = new AtomicLong();
        private volatile String wrong = "";

        long count() {
            return count.getAcquire();
        }

        void check() {
            if (!wrong.isEmpty()) {
                throw new InvalidMeasurementException(wrong);
            }
        }

        @Override
        public void onResult(
                long sequence, boolean framed, DirectBuffer result, int offset, int length) {
            if (!framed || ScriptedMachine.isRefusal(result, offset)) {
                wrong = "a command was refused at sequence " + sequence;
            }
            countOne();
        }

        @Override
        public void onReplay(long sequence) {
            wrong = "a key was used twice, first at sequence " + sequence;
            countOne();
        }

        @Override
        public void onFailure(Failure failure) {
            wrong = "the engine failed: " + failure;
            countOne();
        }

        /** One writer. */
        private void countOne() {
            count.setRelease(count.getPlain() + 1);
        }
    }
}
