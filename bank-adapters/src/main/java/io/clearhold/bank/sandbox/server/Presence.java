package io.clearhold.bank.sandbox.server;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Whether the bank is there: while it is away it neither listens, works nor calls. */
final class Presence {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean away;
    private boolean stopped;

    void leave() {
        set(true);
    }

    void comeBack() {
        set(false);
    }

    private void set(boolean value) {
        lock.lock();
        try {
            away = value;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isStopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    /** Waits while the bank is away; returns whether it goes on rather than stops. */
    boolean awaitPresent() throws InterruptedException {
        lock.lock();
        try {
            while (away && !stopped) {
                changed.await();
            }
            return !stopped;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the time or the stop; returns whether the time passed first. */
    boolean awaitTime(long ms) throws InterruptedException {
        lock.lock();
        try {
            long leftNs = TimeUnit.MILLISECONDS.toNanos(ms);
            while (leftNs > 0 && !stopped) {
                leftNs = changed.awaitNanos(leftNs);
            }
            return !stopped;
        } finally {
            lock.unlock();
        }
    }
}
