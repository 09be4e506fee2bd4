package io.clearhold.gateway.http;

import io.clearhold.gateway.operation.Workbench;
import io.clearhold.gateway.render.Answer;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the connections of one event loop share: tools, the answer that is being written, and a
 * coarse clock. One sweep over all connections per tick replaces a timer for each request. Confined
 * to its loop.
 */
final class EventLoopState {
    private final EventLoop loop;
    private final Workbench bench;
    private final Answer answer = new Answer();
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
