package io.clearhold.ledger.conformance;

import io.clearhold.core.frame.Frame;
import io.clearhold.core.port.JournalReader;
import io.clearhold.core.port.Ledger;
import io.clearhold.ledger.engine.Engine;
import io.clearhold.ledger.engine.EngineSettings;
import io.clearhold.ledger.engine.LogTime;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.Replies;
import io.clearhold.ledger.journal.JournalRecovery;
import io.clearhold.ledger.machine.StateMachine;
import io.clearhold.ledger.scenario.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The engine that serves: ring, writer's thread, Chronicle Queue on the disk. */
final class EmbeddedDriver implements LedgerDriver {
    /** It never looks by itself for deadlines: only after a message. */
    private static final EngineSettings SETTINGS =
            new EngineSettings(64, 16, 3_600_000, TICK_LIMIT, 0, 10_000);

    private final Path folder;
    private volatile long nowMs;
    private Engine engine;

    EmbeddedDriver(Path folder) {
        this.folder = folder;
        this.engine = start();
    }

    private Engine start() {
        StateMachine machine = new StateMachine();
        JournalRecovery.Recovered recovered = new JournalRecovery(folder).open(0, machine::apply);
        try {
            Engine started =
                    new Engine(SETTINGS, recovered.journal(), machine, LogTime.of(() -> nowMs));
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Answered send(long plainTimeMs, Message message) {
        nowMs = plainTimeMs;
        Replies replies = new Replies();
        Ledger.Offer offer = engine.offer(message.buffer(), 0, message.length(), replies);
        if (offer != Ledger.Offer.ACCEPTED) {
            throw new AssertionError("not taken: " + offer);
        }
        Replies.Reply reply = replies.await();
        if (!reply.failure().isEmpty()) {
            throw new AssertionError("the engine failed: " + reply.failure());
        }
        Answer answer = reply.answer();
        How how =
                switch (answer.outcome()) {
                    case FRAME -> How.FRAMED;
                    case NO_FRAME -> How.UNFRAMED;
                    case REPLAY -> How.REPLAYED;
                };
        return new Answered(how, answer.sequence(), answer.bytes());
    }

    @Override
    public List<byte[]> frames() {
        List<byte[]> frames = new ArrayList<>();
        Frame frame = new Frame();
        try (JournalReader reader = engine.openReader()) {
            for (long sequence = 1; reader.read(sequence, frame); sequence++) {
                byte[] bytes = new byte[frame.length()];
                frame.buffer().getBytes(0, bytes);
                frames.add(bytes);
            }
        }
        return frames;
    }

    @Override
    public void restart() {
        engine.close();
        engine = start();
    }

    @Override
    public void close() {
        engine.close();
    }
}
