package io.clearhold.ledger.projection;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.RefusalDecoder;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.ReplyHandler;
import io.clearhold.ledger.engine.Engine;
import io.clearhold.ledger.engine.EngineSettings;
import io.clearhold.ledger.journal.JournalRecovery;
import io.clearhold.ledger.machine.StateMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The real engine on a real journal; commands go in as bytes, the sequence of their frame comes
 * out.
 */
final class TestLedger implements AutoCloseable {
    private static final long ANSWER_TIMEOUT_SECONDS = 60;

    private final Engine engine;

    private TestLedger(Engine engine) {
        this.engine = engine;
    }

    static TestLedger open(Path folder) throws IOException {
        StateMachine machine = new StateMachine();
        JournalRecovery.Recovered recovered = new JournalRecovery(folder).open(0, machine::apply);
        Engine engine = new Engine(EngineSettings.DEFAULTS, recovered.journal(), machine);
        engine.start();
        return new TestLedger(engine);
    }

    Ledger ledger() {
        return engine;
    }

    long watermark() {
        return engine.watermark();
    }

    /** Sends one command and returns the sequence of its frame. */
    long send(byte[] command) {
        return await(offer(command));
    }

    /** Sends all at once and returns their sequences in order. */
    List<Long> sendAll(List<byte[]> commands) {
        List<CompletableFuture<Long>> answers = new ArrayList<>();
        commands.forEach(command -> answers.add(offer(command)));
        return answers.stream().map(TestLedger::await).toList();
    }

    /** The object that the frame at {@code sequence} made {@code ordinal}th. */
    static long object(long sequence, int ordinal) {
        return ObjectId.of(0, sequence, ordinal);
    }

    @Override
    public void close() {
        engine.close();
    }

    private static long await(CompletableFuture<Long> answer) {
        return answer.orTimeout(ANSWER_TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
    }

    private CompletableFuture<Long> offer(byte[] command) {
        CompletableFuture<Long> answer = new CompletableFuture<>();
        ReplyHandler handler =
                new ReplyHandler() {
                    @Override
                    public void onResult(
                            long sequence,
                            boolean framed,
                            DirectBuffer result,
                            int offset,
                            int length) {
                        MessageHeaderDecoder header =
                                new MessageHeaderDecoder().wrap(result, offset);
                        if (header.templateId() == RefusalDecoder.TEMPLATE_ID) {
                            RefusalDecoder refusal =
                                    new RefusalDecoder().wrapAndApplyHeader(result, offset, header);
                            answer.completeExceptionally(
                                    new IllegalStateException("refused: " + refusal));
                        } else {
                            answer.complete(sequence);
                        }
                    }

                    @Override
                    public void onReplay(long sequence) {
                        answer.complete(sequence);
                    }

                    @Override
                    public void onFailure(Failure failure) {
                        answer.completeExceptionally(new IllegalStateException(failure.name()));
                    }
                };
        while (true) {
            switch (engine.offer(new UnsafeBuffer(command), 0, command.length, handler)) {
                case ACCEPTED -> {
                    return answer;
                }
                case FULL -> Thread.onSpinWait();
                case STOPPED -> throw new IllegalStateException("the engine has stopped");
            }
        }
    }
}
