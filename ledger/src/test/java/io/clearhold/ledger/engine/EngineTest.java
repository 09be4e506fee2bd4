package io.clearhold.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.frame.Frame;
import io.clearhold.core.port.JournalReader;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.ReplyHandler;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.EngineFixture;
import io.clearhold.ledger.fixture.ReplayCheck;
import io.clearhold.ledger.fixture.Replies;
import io.clearhold.ledger.machine.StateMachine;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.Message;
import io.clearhold.ledger.scenario.QueryMessages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
    @TempDir Path folder;

    @Test
    void shouldAnswerWithADurableFrame() {
        try (EngineFixture fixture = new EngineFixture(folder)) {
            fixture.configure();
            Answer answer = fixture.send(fixture.newAccount());
            assertThat(answer.outcome()).isEqualTo(StateMachine.Outcome.FRAME);
            assertThat(answer.sequence()).isEqualTo(2);
            assertThat(fixture.engine().watermark()).isEqualTo(2);
            assertThat(fixture.journal().syncedSequence()).isEqualTo(2);
            Frame frame = new Frame();
            try (JournalReader reader = fixture.engine().openReader()) {
                assertThat(reader.read(2, frame)).isTrue();
            }
            byte[] result = new byte[frame.resultLength()];
            frame.buffer().getBytes(frame.resultOffset(), result);
            assertThat(result).isEqualTo(answer.bytes());
        }
    }

    @Test
    void shouldHaveEveryAcknowledgedCommandOnceAfterReopening() {
        List<Message> messages = new ArrayList<>();
        List<Long> sequences = new ArrayList<>();
        try (EngineFixture fixture = new EngineFixture(folder)) {
            fixture.configure();
            for (int i = 0; i < 200; i++) {
                Message message = fixture.newAccount();
                messages.add(message);
                sequences.add(fixture.send(message).sequence());
            }
        }
        try (EngineFixture fixture = new EngineFixture(folder)) {
            assertThat(fixture.recovered().frames()).isEqualTo(201);
            assertThat(fixture.readAll()).hasSize(201);
            for (int i = 0; i < messages.size(); i++) {
                Answer again = fixture.send(messages.get(i));
                assertThat(again.outcome()).isEqualTo(StateMachine.Outcome.REPLAY);
                assertThat(again.sequence()).isEqualTo(sequences.get(i));
            }
            assertThat(fixture.engine().watermark()).isEqualTo(201);
            assertThat(fixture.send(fixture.newAccount()).sequence()).isEqualTo(202);
        }
    }

    @Test
    void shouldHaveTheSameHashLiveAndAfterReplay() {
        Answer head;
        try (EngineFixture fixture = new EngineFixture(folder)) {
            fixture.configure();
            for (int i = 0; i < 50; i++) {
                fixture.send(fixture.newAccount());
            }
            head = fixture.send(QueryMessages.head(Actor.OPERATOR));
            StateMachine replayed = ReplayCheck.replay(fixture.readAll(), false).machine();
            assertThat(replayed.state().sequence()).isEqualTo(51);
        }
        try (EngineFixture fixture = new EngineFixture(folder)) {
            assertThat(fixture.send(QueryMessages.head(Actor.OPERATOR)).bytes())
                    .isEqualTo(head.bytes());
        }
    }

    @Test
    void shouldAnswerQueriesFromWhatWasAnsweredBefore() {
        try (EngineFixture fixture = new EngineFixture(folder)) {
            fixture.configure();
            for (int i = 0; i < 100; i++) {
                Replies write = fixture.offer(fixture.newAccount());
                Replies read = fixture.offer(QueryMessages.head(Actor.OPERATOR));
                long seen = read.await().answer().sequence();
                assertThat(write.isDone()).isTrue();
                assertThat(seen).isEqualTo(write.await().answer().sequence());
                assertThat(fixture.engine().watermark()).isGreaterThanOrEqualTo(seen);
            }
        }
    }

    @Test
    void shouldSayFullAndDoNothingWhenTheRingIsFull() throws InterruptedException {
        try (EngineFixture fixture = new EngineFixture(folder)) {
            fixture.configure();
            CountDownLatch entered = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            Message first = fixture.newAccount();
            fixture.engine()
                    .offer(first.buffer(), 0, first.length(), new Blocking(entered, release));
            entered.await();
            List<Replies> waiting = new ArrayList<>();
            Ledger.Offer offer = Ledger.Offer.ACCEPTED;
            while (offer == Ledger.Offer.ACCEPTED && waiting.size() < 1000) {
                Message next = fixture.newAccount();
                Replies replies = new Replies();
                offer = fixture.engine().offer(next.buffer(), 0, next.length(), replies);
                if (offer == Ledger.Offer.ACCEPTED) {
                    waiting.add(replies);
                }
            }
            assertThat(offer).isEqualTo(Ledger.Offer.FULL);
            assertThat(waiting.size()).isBetween(60, 64);
            assertThat(waiting).noneMatch(Replies::isDone);
            release.countDown();
            for (Replies replies : waiting) {
                assertThat(replies.await().framed()).isTrue();
            }
            assertThat(fixture.engine().watermark()).isEqualTo(2 + waiting.size());
            fixture.send(fixture.newAccount());
        }
    }

    @Test
    void shouldAnswerAllThatWaitsWhenItStops() {
        List<Replies> waiting = new ArrayList<>();
        try (EngineFixture fixture = new EngineFixture(folder)) {
            fixture.configure();
            for (int i = 0; i < 40; i++) {
                waiting.add(fixture.offer(fixture.newAccount()));
            }
            fixture.engine().stop();
            assertThat(waiting).allMatch(Replies::isDone);
            assertThat(fixture.engine().health()).isEqualTo(Ledger.Health.STOPPED);
            Message late = fixture.newAccount();
            assertThat(fixture.engine().offer(late.buffer(), 0, late.length(), new Replies()))
                    .isEqualTo(Ledger.Offer.STOPPED);
        }
    }

    @Test
    void shouldRefuseCommandsButAnswerQueriesWhenTheDiskIsNearlyFull() {
        try (EngineFixture fixture = new EngineFixture(folder)) {
            fixture.configure();
        }
        EngineSettings greedy = new EngineSettings(64, 16, 5, 64, Long.MAX_VALUE, 10_000);
        try (EngineFixture fixture = new EngineFixture(folder, greedy)) {
            assertThat(fixture.offer(fixture.newAccount()).await().failure())
                    .isEqualTo(ReplyHandler.Failure.STORAGE_FULL.name());
            assertThat(fixture.send(QueryMessages.head(Actor.OPERATOR)).sequence()).isEqualTo(1);
            assertThat(fixture.engine().health()).isEqualTo(Ledger.Health.RUNNING);
        }
    }

    /** Holds the writer's thread, as a handler never should. */
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
