package io.clearhold.ledger.journal;

import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.ReplyHandler;
import io.clearhold.ledger.fixture.EngineFixture;
import io.clearhold.ledger.scenario.Commands;
import io.clearhold.ledger.scenario.Message;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.agrona.DirectBuffer;

/**
 * A process of its own that writes to a journal as fast as it may, and prints each sequence once it
 * is acknowledged, until it is killed or has sent as many commands as it was told.
 */
final class AppendingProcess {
    private AppendingProcess() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        Random random = new Random(Long.parseLong(args[1]));
        long commands = Long.parseLong(args[2]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        try (EngineFixture fixture = new EngineFixture(folder)) {
            fixture.configure();
            out.println("ready");
            for (long i = 0; i < commands; i++) {
                int length = random.nextInt(10) == 0 ? random.nextInt(200_000) : 100;
                Message message = Commands.createAccount(fixture.nextActor(), "x".repeat(length));
                while (fixture.engine()
                                .offer(message.buffer(), 0, message.length(), new Printing(out))
                        == Ledger.Offer.FULL) {
                    Thread.onSpinWait();
                }
            }
        }
        out.println("done");
    }

    private record Printing(PrintStream out) implements ReplyHandler {
        @Override
        public void onResult(
                long sequence, boolean framed, DirectBuffer result, int offset, int length) {
            out.println(sequence);
        }

        @Override
        public void onReplay(long sequence) {
            out.println("replay " + sequence);
        }

        @Override
        public void onFailure(Failure failure) {
            out.println(failure);
        }
    }
}
