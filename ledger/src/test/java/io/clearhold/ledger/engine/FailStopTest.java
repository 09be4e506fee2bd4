package io.clearhold.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.frame.Frame;
import io.clearhold.core.port.JournalReader;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.ReplyHandler;
import io.clearhold.ledger.fixture.EngineFixture;
import io.clearhold.ledger.fixture.Replies;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.Message;
import io.clearhold.ledger.scenario.QueryMessages;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first failure of an append or sync ends the writer for good. */
class FailStopTest {
    @TempDir Path folder;

    @Test
    void shouldAcknowledgeNothingMoreOnceAnAppendFailed() {
        try (EngineFixture fixture = new EngineFixture(folder)) {
            fixture.configure();
            fixture.send(fixture.newAccount());
            fixture.journal().close();

            assertThat(fixture.offer(fixture.newAccount()).await().failure())
                    .isEqualTo(ReplyHandler.Failure.OUTCOME_UNKNOWN.name());
            assertThat(fixture.engine().health()).isEqualTo(Ledger.Health.FAILED);
            assertThat(fixture.engine().watermark()).isEqualTo(2);

            assertThat(fixture.offer(fixture.newAccount()).await().failure())
                    .isEqualTo(ReplyHandler.Failure.STOPPED.name());
            assertThat(fixture.offer(QueryMessages.head(Actor.OPERATOR)).await().failure())
                    .isEqualTo(ReplyHandler.Failure.STOPPED.name());
            assertThat(fixture.engine().health()).isEqualTo(Ledger.Health.FAILED);
        }
        try (EngineFixture recovered = new EngineFixture(folder)) {
            assertThat(recovered.recovered().frames()).isEqualTo(2);
            recovered.send(recovered.newAccount());
        }
    }

    @Test
    void shouldLeaveTheWholeGroupUnknown() throws InterruptedException {
        try (EngineFixture fixture = new EngineFixture(folder)) {
            fixture.configure();
            CountDownLatch entered = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            Message first = fixture.newAccount();
            fixture.engine()
                    .offer(first.buffer(), 0, first.length(), new Blocking(entered, release));
            entered.await();
            // These three wait for one sync.
            Replies query = fixture.offer(QueryMessages.head(Actor.OPERATOR));
            Replies write = fixture.offer(fixture.newAccount());
            Replies after = fixture.offer(QueryMessages.head(Actor.OPERATOR));
            fixture.journal().close();
            release.countDown();
            assertThat(query.await().failure()).isEqualTo("OUTCOME_UNKNOWN");
            assertThat(write.await().failure()).isEqualTo("OUTCOME_UNKNOWN");
            assertThat(after.await().failure()).isEqualTo("STOPPED");
            assertThat(fixture.engine().watermark()).isEqualTo(2);
        }
    }

    @Test
    void shouldNotShowReadersWhatIsAboveTheWatermark() throws InterruptedException {
        try (EngineFixture fixture = new EngineFixture(folder)) {
            fixture.configure();
            Frame frame = new Frame();
            try (JournalReader reader = fixture.engine().openReader()) {
                assertThat(reader.read(1, frame)).isTrue();
                assertThat(reader.read(2, frame)).isFalse();
                assertThat(reader.read(0, frame)).isFalse();
                assertThat(reader.read(-1, frame)).isFalse();
            }
            assertThat(fixture.engine().awaitWatermark(1, 1)).isEqualTo(1);
        }
    }

    private record Blocking(CountDownLatch entered, CountDownLatch release)
            implements ReplyHandler {
        @Override
        public void onResult(
                long sequence, boolean framed, DirectBuffer result, int offset, int length) {
            entered.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void onReplay(long sequence) {}

        @Override
        public void onFailure(Failure failure) {}
    }
}
