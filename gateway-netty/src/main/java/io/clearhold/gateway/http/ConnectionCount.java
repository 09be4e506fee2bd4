package io.clearhold.gateway.http;

import java.util.concurrent.TimeUnit;

/** Counts open connections, up to a limit. Safe for many threads. */
final class ConnectionCount {
    private final int limit;
    private int open;

    ConnectionCount(int limit) {
        this.limit = limit;
    }

    /** False if there are as many as there may be. */
    synchronized boolean enter() {
        if (open == limit) {
            return false;
        }
        open++;
        return true;
    }

    synchronized void leave() {
        open--;
        if (open == 0) {
            notifyAll();
        }
    }

    synchronized int open() {
        return open;
    }

    /** Waits until none is open; false if the time is over before. */
    synchronized boolean awaitNone(long timeoutMs) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        while (open > 0) {
            long leftMs = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (leftMs <= 0) {
                return false;
            }
            wait(leftMs);
        }
        return true;
    }
}
