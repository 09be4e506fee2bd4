package io.clearhold.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.frame.Frame;
import io.clearhold.core.port.JournalReader;
import io.clearhold.core.port.Ledger;
import io.clearhold.ledger.fixture.EngineFixture;
import io.clearhold.ledger.fixture.Replies;
import io.clearhold.ledger.scenario.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many threads at once. */
class EngineUnderLoadTest {
    private static final int THREADS = 4;
    private static final int PER_THREAD = 500;

    @TempDir Path folder;

    @Test
    void shouldGiveEveryCommandOneAnswerAndOneFrame() throws Exception {
        try (EngineFixture fixture = new EngineFixture(folder);
                ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1)) {
            fixture.configure();
            AtomicBoolean done = new AtomicBoolean();
            Future<Long> reading = threads.submit(() -> follow(fixture.engine(), done));
            List<Future<List<Long>>> senders = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                List<Message> messages = new ArrayList<>();
                for (int j = 0; j < PER_THREAD; j++) {
                    messages.add(fixture.newAccount());
                }
                senders.add(threads.submit(() -> sendAll(fixture.engine(), messages)));
            }
            Set<Long> sequences = new HashSet<>();
            for (Future<List<Long>> sender : senders) {
                List<Long> own = sender.get();
                assertThat(own).isSorted();
                sequences.addAll(own);
            }
            done.set(true);
            assertThat(sequences).hasSize(THREADS * PER_THREAD);
            assertThat(Collections.max(sequences)).isEqualTo(THREADS * PER_THREAD + 1L);
            assertThat(reading.get()).isEqualTo(THREADS * PER_THREAD + 1L);
        }
        try (EngineFixture reopened = new EngineFixture(folder)) {
            assertThat(reopened.recovered().frames()).isEqualTo(THREADS * PER_THREAD + 1L);
        }
    }

    @Test
    void shouldAnswerWhateverItAcceptedWhileItStops() throws Exception {
        for (int round = 0; round < 5; round++) {
            Path own = folder.resolve("round" + round);
            try (EngineFixture fixture = new EngineFixture(own);
                    ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
                fixture.configure();
                CountDownLatch started = new CountDownLatch(THREADS);
                List<Future<List<Replies>>> senders = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    List<Message> messages = new ArrayList<>();
                    for (int j = 0; j < 20; j++) {
                        messages.add(fixture.newAccount());
                    }
                    senders.add(
                            threads.submit(() -> {
                                started.countDown();
                                return offerUntilStopped(fixture.engine(), messages);
                            }));
                }
                started.await();
                fixture.engine().stop();
                for (Future<List<Replies>> sender : senders) {
                    for (Replies accepted : sender.get()) {
                        accepted.await();
                    }
                }
            }
        }
    }

    /** Reads along as a tailer does; what it is told to be durable can be read. */
    private static long follow(Engine engine, AtomicBoolean done) throws InterruptedException {
        Frame frame = new Frame();
        long next = 1;
        try (JournalReader reader = engine.openReader()) {
            while (true) {
                boolean last = done.get();
                long watermark = engine.awaitWatermark(next - 1, 20);
                assertThat(reader.read(watermark + 1_000_000, frame)).isFalse();
                while (next <= watermark) {
                    assertThat(reader.read(next, frame)).isTrue();
                    assertThat(frame.sequence()).isEqualTo(next);
                    assertThat(frame.syncedSequence()).isLessThan(next);
                    next++;
                }
                if (last && next > engine.watermark()) {
                    return next - 1;
                }
            }
        }
    }

    private static List<Long> sendAll(Engine engine, List<Message> messages) {
        List<Long> sequences = new ArrayList<>();
        for (Message message : messages) {
            Replies replies = new Replies();
            while (engine.offer(message.buffer(), 0, message.length(), replies)
                    == Ledger.Offer.FULL) {
                Thread.onSpinWait();
            }
            long sequence = replies.await().answer().sequence();
            assertThat(engine.watermark()).isGreaterThanOrEqualTo(sequence);
            sequences.add(sequence);
        }
        return sequences;
    }

    private static List<Replies> offerUntilStopped(Engine engine, List<Message> messages) {
        List<Replies> accepted = new ArrayList<>();
        for (int i = 0; ; i++) {
            Message message = messages.get(i % messages.size());
            Replies replies = new Replies();
            Ledger.Offer offer = engine.offer(message.buffer(), 0, message.length(), replies);
            if (offer == Ledger.Offer.STOPPED) {
                return accepted;
            }
            if (offer == Ledger.Offer.ACCEPTED) {
                accepted.add(replies);
            }
        }
    }
}
