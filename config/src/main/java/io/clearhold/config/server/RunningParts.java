package io.clearhold.config.server;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been started so far, in the order in which it is to stop: the other way round, so that
 * nothing loses what it stands on. One part that fails to stop does not keep the others from it.
 */
final class RunningParts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningParts.class);

    private record Part(String name, AutoCloseable part) {}

    private final Deque<Part> parts = new ArrayDeque<>();
    private boolean failed;

    /** To be stopped before everything that was started earlier. */
    <P extends AutoCloseable> P started(String name, P part) {
        parts.addFirst(new Part(name, part));
        return part;
    }

    /** Whether a part did not stop in order. */
    boolean hasFailed() {
        return failed;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            Part next = parts.removeFirst();
            try {
                next.part().close();
                LOG.info("{} stopped", next.name());
            } catch (Exception e) {
                failed = true;
                LOG.error("{} did not stop in order", next.name(), e);
            }
        }
    }
}
