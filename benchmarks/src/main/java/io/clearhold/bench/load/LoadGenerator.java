package io.clearhold.bench.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Drives one server over a fixed number of keep-alive connections, from the thread that calls it.
 *
 * <p>Closed loop: each connection asks again as soon as it is answered, which finds the throughput.
 * Open loop: requests come at a fixed rate whatever the server does, and latency counts from the
 * time at which a request was to be sent, so that a pause of the server is felt by all the requests
 * that should have come during it.
 */
public final class LoadGenerator implements AutoCloseable {
    /** How long answers may take after the time is over. */
    private static final long DRAIN_TIMEOUT_NS = 20_000_000_000L;

    private static final long LONGEST_LATENCY_NS = 60_000_000_000L;

    /** The open loop sleeps no longer than this before it looks again whether something is due. */
    private static final long LOOK_INTERVAL_NS = 20_000;

    private final Selector selector;
    private final List<Connection> connections = new ArrayList<>();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Histogram latency = new Histogram(LONGEST_LATENCY_NS, 3);
    private final ArrayDeque<Connection> idle = new ArrayDeque<>();
    private long nextNumber;
    private long begun;
    private long sent;
    private long answered;
    private long unexpected;
    private String firstUnexpected = "";
    private boolean resends;

    /**
     * Connects.
     *
     * @param script what each connection asks; an answer that it does not expect is counted
     * @param firstNumber what the first request is numbered with; the following count on from there
     */
    public LoadGenerator(
            InetSocketAddress address, RequestScript script, int connectionCount, long firstNumber)
            throws IOException {
        this.nextNumber = firstNumber;
        this.selector = Selector.open();
        for (int i = 0; i < connectionCount; i++) {
            Connection connection = new Connection(address, script, selector);
            connections.add(connection);
            idle.add(connection);
        }
    }

    /** As many requests as the server answers in {@code duration}. */
    public LoadResult runClosedLoop(Duration duration) throws IOException {
        begin();
        long cpuBefore = threads.getCurrentThreadCpuTime();
        long startNs = System.nanoTime();
        long endNs = startNs + duration.toNanos();
        resends = true;
        while (!idle.isEmpty()) {
            send(idle.poll(), System.nanoTime());
        }
        while (System.nanoTime() < endNs) {
            selector.select(this::onReadable, 1);
        }
        return finish(startNs, cpuBefore);
    }

    /** {@code perSecond} requests a second, evenly spaced. */
    public LoadResult runOpenLoop(Duration duration, double perSecond) throws IOException {
        begin();
        long cpuBefore = threads.getCurrentThreadCpuTime();
        long startNs = System.nanoTime();
        long total = Math.round(perSecond * duration.toNanos() / 1e9);
        double intervalNs = 1e9 / perSecond;
        resends = false;
        long scheduled = 0;
        while (scheduled < total) {
            long intendedNs = startNs + (long) (scheduled * intervalNs);
            long waitNs = intendedNs - System.nanoTime();
            if (waitNs <= 0 && !idle.isEmpty()) {
                send(idle.poll(), intendedNs);
                scheduled++;
            } else if (waitNs <= 0) {
                selector.select(this::onReadable, 1);
            } else if (selector.selectNow(this::onReadable) == 0) {
                LockSupport.parkNanos(Math.min(waitNs, LOOK_INTERVAL_NS));
            }
        }
        return finish(startNs, cpuBefore);
    }

    /** The number that the next request will have. */
    public long nextNumber() {
        return nextNumber;
    }

    /** How often a connection has begun its script. */
    public long begun() {
        return begun;
    }

    private void begin() {
        latency.reset();
        sent = 0;
        answered = 0;
        unexpected = 0;
        firstUnexpected = "";
    }

    private LoadResult finish(long startNs, long cpuBefore) throws IOException {
        long elapsedNs = System.nanoTime() - startNs;
        long generatorCpuNs = threads.getCurrentThreadCpuTime() - cpuBefore;
        long answeredInTime = answered;
        resends = false;
        long deadlineNs = System.nanoTime() + DRAIN_TIMEOUT_NS;
        while (idle.size() < connections.size()) {
            selector.select(this::onReadable, 100);
            if (System.nanoTime() > deadlineNs) {
                throw new IOException(
                        connections.size() - idle.size() + " requests were never answered");
            }
        }
        return new LoadResult(
                sent,
                answered,
                answeredInTime,
                unexpected,
                firstUnexpected,
                elapsedNs,
                generatorCpuNs,
                latency.copy());
    }

    private void send(Connection connection, long intendedNs) throws IOException {
        begun += connection.isAtBeginning() ? 1 : 0;
        connection.send(nextNumber++, intendedNs);
        sent++;
    }

    private void onReadable(SelectionKey key) {
        Connection connection = (Connection) key.attachment();
        try {
            if (!connection.receive()) {
                return;
            }
            long nowNs = System.nanoTime();
            latency.recordValue(Math.min(LONGEST_LATENCY_NS, nowNs - connection.intendedNs()));
            answered++;
            if (!connection.isExpected()) {
                countUnexpected(connection);
            }
            if (resends) {
                send(connection, nowNs);
            } else {
                idle.add(connection);
            }
        } catch (IOException e) {
            throw new LoadFailedException(e.getMessage() + " after " + answered + " answers", e);
        }
    }

    private void countUnexpected(Connection connection) {
        if (unexpected == 0) {
            firstUnexpected = connection.answerText();
        }
        unexpected++;
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.close();
        }
        selector.close();
    }
}
