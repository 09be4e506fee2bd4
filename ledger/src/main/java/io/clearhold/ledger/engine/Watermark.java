package io.clearhold.ledger.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The highest durable sequence. Raised by the writer; waited for by tailers. */
final class Watermark {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition raised = lock.newCondition();
    private volatile long sequence;
    private volatile int waiters;

    Watermark(long sequence) {
        this.sequence = sequence;
    }

    long get() {
        return sequence;
    }

    void raise(long newSequence) {
        sequence = newSequence;
        if (waiters > 0) {
            lock.lock();
            try {
                raised.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // waiters changes under the lock alone
    long awaitAbove(long known, long timeoutMs) throws InterruptedException {
        if (sequence > known) {
            return sequence;
        }
        lock.lockInterruptibly();
        waiters++;
        try {
            long leftNanos = TimeUnit.MILLISECONDS.toNanos(timeoutMs);
            while (sequence <= known && leftNanos > 0) {
                leftNanos = raised.awaitNanos(leftNanos);
            }
        } finally {
            waiters--;
            lock.unlock();
        }
        return sequence;
    }
}
