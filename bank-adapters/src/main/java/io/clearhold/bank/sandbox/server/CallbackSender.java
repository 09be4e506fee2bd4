package io.clearhold.bank.sandbox.server;

import io.clearhold.bank.sandbox.wire.SandboxSignature;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers callbacks until Clearhold answers 200: those of one instruction in order, those of
 * different instructions side by side. What waits here is what {@link BankState#owed} holds, so its
 * bound is that of the orders. Pauses are wall time, because they belong to the connection.
 */
final class CallbackSender {
    private static final Logger LOGGER = LoggerFactory.getLogger(CallbackSender.class);

    /** Pauses after the first, second … failure; the last one repeats. */
    private static final long[] PAUSES_MS = {1_000, 2_000, 5_000, 10_000, 20_000, 30_000};

    /** An instruction whose oldest callback may go once the pause is over. */
    private record Ready(long orderId, int failures, long atNs) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(atNs - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(
                    getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    private final SandboxBankSettings settings;
    private final SandboxBank bank;
    private final Presence presence;
    private final InstantSource wallClock;
    private final HttpClient client;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, Deque<OwedCallback>> waiting = new HashMap<>();
    private final DelayQueue<Ready> ready = new DelayQueue<>();
    private final List<Thread> workers = new ArrayList<>();

    CallbackSender(
            SandboxBankSettings settings,
            SandboxBank bank,
            Presence presence,
            InstantSource wallClock) {
        this.settings = settings;
        this.bank = bank;
        this.presence = presence;
        this.wallClock = wallClock;
        client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofMillis(settings.limits().callbackTimeoutMs()))
                        .build();
    }

    void start() {
        for (int i = 0; i < settings.limits().callbackParallelism(); i++) {
            workers.add(
                    Thread.ofVirtual().name("sandbox-bank-callback-" + i).start(this::deliverAll));
        }
    }

    void send(OwedCallback callback) {
        lock.lock();
        try {
            Deque<OwedCallback> queue =
                    waiting.computeIfAbsent(callback.orderId(), id -> new ArrayDeque<>());
            queue.add(callback);
            if (queue.size() == 1) {
                ready.add(new Ready(callback.orderId(), 0, System.nanoTime()));
            }
        } finally {
            lock.unlock();
        }
    }

    private void deliverAll() {
        try {
            while (presence.awaitPresent()) {
                Ready next = ready.take();
                if (presence.awaitPresent()) {
                    deliver(next);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Ready next) throws InterruptedException {
        OwedCallback callback = oldest(next.orderId());
        try {
            if (post(callback)) {
                bank.delivered(callback);
                forget(next.orderId());
            } else {
                later(next);
            }
        } catch (RuntimeException e) {
            LOGGER.error("callback {} cannot be sent", callback.number(), e);
            later(next);
        } finally {
            callback.attempted().complete(null);
        }
    }

    private void later(Ready failed) {
        int failures = failed.failures() + 1;
        long pauseMs = PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1];
        long atNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pauseMs);
        ready.add(new Ready(failed.orderId(), failures, atNs));
    }

    private OwedCallback oldest(long orderId) {
        lock.lock();
        try {
            return waiting.getOrDefault(orderId, new ArrayDeque<>()).element();
        } finally {
            lock.unlock();
        }
    }

    private void forget(long orderId) {
        lock.lock();
        try {
            Deque<OwedCallback> queue = waiting.getOrDefault(orderId, new ArrayDeque<>());
            queue.remove();
            if (queue.isEmpty()) {
                waiting.remove(orderId);
            } else {
                ready.add(new Ready(orderId, 0, System.nanoTime()));
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean post(OwedCallback callback) throws InterruptedException {
        long nowMs = wallClock.millis();
        String signature =
                SandboxSignature.sign(
                        settings.secret(),
                        nowMs,
                        SandboxSignature.CALLBACK_SUBJECT,
                        callback.body());
        HttpRequest request =
                HttpRequest.newBuilder(settings.callbackUri())
                        .timeout(Duration.ofMillis(settings.limits().callbackTimeoutMs()))
                        .header("Content-Type", "application/json")
                        .header(SandboxSignature.TIMESTAMP_HEADER, Long.toString(nowMs))
                        .header(SandboxSignature.SIGNATURE_HEADER, signature)
                        .POST(HttpRequest.BodyPublishers.ofString(callback.body()))
                        .build();
        try {
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                LOGGER.debug("callback {} was answered {}", callback.number(), status);
            }
            return status == 200;
        } catch (IOException e) {
            LOGGER.debug("callback {} did not get through", callback.number(), e);
            return false;
        }
    }

    /** Ends after what is under way. */
    void stop() throws InterruptedException {
        workers.forEach(Thread::interrupt);
        for (Thread worker : workers) {
            worker.join(Duration.ofMillis(settings.limits().stopMs()));
        }
        client.shutdownNow();
    }
}
