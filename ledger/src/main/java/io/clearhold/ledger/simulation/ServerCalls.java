package io.clearhold.ledger.simulation;

import io.clearhold.core.port.ReplyHandler;
import io.clearhold.ledger.scenario.Message;
import io.clearhold.ledger.scenario.PromiseBrokenException;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** What a part of the server asks its own ledger: without keys, and no longer than it lives. */
final class ServerCalls {
    private static final long PAUSE_MS = 1_000;

    private final World world;
    private final Server server;
    private final int incarnation;

    /** For a part of the server that has just started. */
    ServerCalls(World world, Server server) {
        this.world = world;
        this.server = server;
        this.incarnation = server.incarnation();
    }

    boolean isAlive() {
        return server.isUp() && server.incarnation() == incarnation;
    }

    /** Asks again while the disk is full; never answered if the server dies. */
    void ask(Message message, Consumer<DirectBuffer> answered) {
        if (isAlive()) {
            server.post(message, new Question(message, answered));
        }
    }

    private final class Question implements ReplyHandler {
        private final Message message;
        private final Consumer<DirectBuffer> answered;

        Question(Message message, Consumer<DirectBuffer> answered) {
            this.message = message;
            this.answered = answered;
        }

        @Override
        public void onResult(
                long sequence, boolean framed, DirectBuffer result, int offset, int length) {
            if (isAlive()) {
                answered.accept(new UnsafeBuffer(result, offset, length));
            }
        }

        @Override
        public void onReplay(long sequence) {
            throw new PromiseBrokenException("I4", "a message without a key was replayed");
        }

        @Override
        public void onFailure(Failure failure) {
            if (failure == Failure.STORAGE_FULL) {
                world.agenda().after(PAUSE_MS, () -> ask(message, answered));
            }
        }
    }
}
