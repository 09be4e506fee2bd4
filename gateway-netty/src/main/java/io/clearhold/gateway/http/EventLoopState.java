package io.clearhold.gateway.http;

import io.clearhold.gateway.json.BatchEnvelope;
import io.clearhold.gateway.operation.Workbench;
import io.clearhold.gateway.render.Answer;
import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the connections of one event loop share: tools, the answer that is being written, and a
 * coarse clock. One sweep over all connections per tick replaces a timer for each request. Confined
 * to its loop.
 */
final class EventLoopState {
    /** Entries of batches that are kept for later ones; each has about 3 KiB. */
    private static final int KEPT_ENTRIES = 4096;

    private final EventLoop loop;
    private final Workbench bench;
    private final Answer answer = new Answer();
    private final Answer part = new Answer();
    private final BatchEnvelope envelope = new BatchEnvelope();
    private final ArrayDeque<BatchEntry> entries = new ArrayDeque<>();
    private final AnswerHead head = new AnswerHead();
    private final SplittableRandom random;
    private final List<Connection> connections = new ArrayList<>();
    private long nowMs;

    EventLoopState(EventLoop loop, Workbench bench, SplittableRandom random) {
        this.loop = loop;
        this.bench = bench;
        this.random = random;
        tick();
    }

    EventLoop loop() {
        return loop;
    }

    Workbench bench() {
        return bench;
    }

    Answer answer() {
        return answer;
    }

    /** The answer to one operation of a batch, before it goes into {@link #answer}. */
    Answer part() {
        return part;
    }

    /** The batch that is being read. */
    BatchEnvelope envelope() {
        return envelope;
    }

    BatchEntry takeEntry() {
        BatchEntry entry = entries.pollLast();
        return entry == null ? new BatchEntry() : entry;
    }

    void giveEntry(BatchEntry entry) {
        if (entries.size() < KEPT_ENTRIES) {
            entries.addLast(entry);
        }
    }

    AnswerHead head() {
        return head;
    }

    /** Monotonic milliseconds as of the last tick. */
    long nowMs() {
        return nowMs;
    }

    /** An id for one request. The highest bit tells it from ids made of sequences. */
    long nextRequestId() {
        return random.nextLong() | Long.MIN_VALUE;
    }

    void add(Connection connection) {
        connection.index = connections.size();
        connections.add(connection);
    }

    void remove(Connection connection) {
        Connection last = connections.removeLast();
        if (last != connection) {
            connections.set(connection.index, last);
            last.index = connection.index;
        }
    }

    /** Moves the clock and ends what has taken too long. */
    void sweep() {
        tick();
        for (Connection connection : List.copyOf(connections)) {
            connection.checkTimeouts(nowMs);
        }
    }

    /** Asks every connection to end as soon as it has nothing in progress. */
    void finish() {
        for (Connection connection : List.copyOf(connections)) {
            connection.finish();
        }
    }

    private void tick() {
        nowMs = System.nanoTime() / 1_000_000;
        head.now(System.currentTimeMillis());
    }
}
