package io.clearhold.ledger.simulation;

import io.clearhold.core.port.ReplyHandler;
import io.clearhold.ledger.conformance.LedgerDriver;
import io.clearhold.ledger.engine.EngineSettings;
import io.clearhold.ledger.engine.LogTime;
import io.clearhold.ledger.engine.SteppedEngine;
import io.clearhold.ledger.machine.StateMachine;
import io.clearhold.ledger.scenario.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** What the simulation drives, without its faults: the writer on a simulated disk. */
public final class SimulatedDriver implements LedgerDriver {
    private static final EngineSettings SETTINGS = new EngineSettings(64, 16, 10, TICK_LIMIT, 0, 0);

    private final SimulatedDisk disk = new SimulatedDisk();
    private final SplittableRandom random = new SplittableRandom(0);
    private SteppedEngine engine;
    private long nowMs;

    public SimulatedDriver() {
        engine = start();
    }

    private SteppedEngine start() {
        StateMachine machine = new StateMachine();
        SimulatedJournal.recover(disk, machine::apply);
        FaultInjector none = new FaultInjector(random, FaultRates.parse("none"), new Tally());
        return new SteppedEngine(
                SETTINGS,
                new SimulatedJournal(disk, none, random, frame -> {}),
                machine,
                LogTime.of(() -> nowMs),
                () -> false);
    }

    @Override
    public Answered send(long plainTimeMs, Message message) {
        nowMs = plainTimeMs;
        Kept kept = new Kept();
        engine.offer(message.buffer(), 0, message.length(), kept);
        engine.endGroup();
        return java.util.Objects.requireNonNull(kept.answered, "no answer");
    }

    @Override
    public List<byte[]> frames() {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < disk.synced(); i++) {
            frames.add(disk.record(i));
        }
        return frames;
    }

    /** A power cut: only what was synced is there. */
    @Override
    public void restart() {
        disk.loseUnsynced(random);
        engine = start();
    }

    @Override
    public void close() {}

    private static final class Kept implements ReplyHandler {
        private @Nullable Answered answered;

        @Override
        public void onResult(
                long sequence, boolean framed, DirectBuffer result, int offset, int length) {
            byte[] bytes = new byte[length];
            result.getBytes(offset, bytes);
            answered = new Answered(framed ? How.FRAMED : How.UNFRAMED, sequence, bytes);
        }

        @Override
        public void onReplay(long sequence) {
            answered = new Answered(How.REPLAYED, sequence, new byte[0]);
        }

        @Override
        public void onFailure(Failure failure) {
            throw new IllegalStateException("the writer failed: " + failure);
        }
    }
}
