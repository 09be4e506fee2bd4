package io.clearhold.gateway.testing;

import io.clearhold.core.codec.GetObjectDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.port.JournalReader;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.ReplyHandler;
import io.clearhold.core.result.ResultCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A ledger without rules: it answers what the test tells it to, keeps a frame for each command, and
 * knows an idempotency key when it sees it again. One writer thread, as the real one has.
 */
public final class FakeLedger implements Ledger, AutoCloseable {
    /** What the ledger answers to one kind of message. */
    public interface Rule {
        /** The result message; {@code sequence} is that of the frame it will be in. */
        byte[] decide(DirectBuffer message, int offset, long sequence);
    }

    private record Key(Role role, long platform, long account, boolean revoked) {}

    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("fake-ledger").factory());
    private final Map<Integer, Rule> rules = new ConcurrentHashMap<>();
    private final Map<Long, Key> keys = new ConcurrentHashMap<>();
    private final Map<String, Long> outcomes = new HashMap<>();
    private final List<byte[]> frames = new CopyOnWriteArrayList<>();
    private final List<byte[]> events = new ArrayList<>();
    private final List<ReplyHandler> unanswered = new ArrayList<>();
    private final List<byte[]> messages = new CopyOnWriteArrayList<>();
    private volatile long logTimeMs = 1_795_248_000_000L;
    private volatile Offer offer = Offer.ACCEPTED;
    private volatile ReplyHandler.@Nullable Failure failure;
    private volatile Health health = Health.RUNNING;
    private volatile boolean silent;

    public void on(int templateId, Rule rule) {
        rules.put(templateId, rule);
    }

    public void key(long id, Role role, long platform, long account) {
        keys.put(id, new Key(role, platform, account, false));
    }

    public void revoke(long id) {
        keys.computeIfPresent(id, (_, key) -> new Key(key.role, key.platform, key.account, true));
    }

    /** From now on nothing is taken. */
    public void refuseOffers(Offer answer) {
        offer = answer;
    }

    /** From now on commands of clients end like this, null for as usual. */
    public void fail(ReplyHandler.@Nullable Failure why) {
        failure = why;
    }

    /** From now on commands of clients get no answer. */
    public void silence(boolean value) {
        silent = value;
    }

    public void health(Health value) {
        health = value;
    }

    public void logTimeMs(long value) {
        logTimeMs = value;
    }

    /** An event in the frame of the next command. */
    public void nextEvent(byte[] event) {
        events.add(event);
    }

    /** Messages of clients, in order. */
    public List<byte[]> messages() {
        return messages;
    }

    public long lastSequence() {
        return frames.size();
    }

    @Override
    public Offer offer(DirectBuffer message, int offset, int length, ReplyHandler handler) {
        if (offer != Offer.ACCEPTED) {
            return offer;
        }
        byte[] copy = new byte[length];
        message.getBytes(offset, copy);
        writer.execute(() -> write(copy, handler));
        return Offer.ACCEPTED;
    }

    private void write(byte[] bytes, ReplyHandler handler) {
        UnsafeBuffer message = new UnsafeBuffer(bytes);
        int template = new MessageHeaderDecoder().wrap(message, 0).templateId();
        OriginDecoder origin = new OriginDecoder().wrap(message, 8);
        boolean query = template >= 100;
        if (template == GetObjectDecoder.TEMPLATE_ID && origin.role() == Role.SYSTEM.code()) {
            reply(handler, lastSequence(), false, keyResult(message));
            return;
        }
        messages.add(bytes);
        ReplyHandler.Failure why = failure;
        if (why != null) {
            handler.onFailure(why);
            return;
        }
        if (silent) {
            unanswered.add(handler);
            return;
        }
        String key = origin.idempotencyHigh() + ":" + origin.idempotencyLow();
        boolean keyed = !query && !key.equals("0:0");
        Long first = keyed ? outcomes.get(key) : null;
        if (first != null) {
            handler.onReplay(first);
            return;
        }
        long sequence = query ? lastSequence() : lastSequence() + 1;
        Rule rule = rules.get(template);
        byte[] result =
                rule == null
                        ? Results.refusal(ResultCode.UNKNOWN_COMMAND, 0, 0)
                        : rule.decide(message, 0, sequence);
        if (!query) {
            append(sequence, message, result);
            if (keyed) {
                outcomes.put(key, sequence);
            }
        }
        reply(handler, sequence, !query, result);
    }

    private void append(long sequence, UnsafeBuffer message, byte[] result) {
        Frame frame = new Frame();
        frame.begin(1, sequence, logTimeMs, message, 0, message.capacity());
        frame.putResult(new UnsafeBuffer(result), 0, result.length);
        int length = events.stream().mapToInt(event -> 4 + event.length).sum();
        UnsafeBuffer all = new UnsafeBuffer(new byte[length]);
        int at = 0;
        for (byte[] event : events) {
            all.putInt(at, event.length, java.nio.ByteOrder.LITTLE_ENDIAN);
            all.putBytes(at + 4, event);
            at += 4 + event.length;
        }
        events.clear();
        frame.putEvents(all, 0, length);
        frame.end(sequence - 1, 1);
        byte[] bytes = new byte[frame.length()];
        frame.buffer().getBytes(0, bytes);
        frames.add(bytes);
    }

    private byte[] keyResult(UnsafeBuffer message) {
        GetObjectDecoder query =
                new GetObjectDecoder().wrapAndApplyHeader(message, 0, new MessageHeaderDecoder());
        Key key = query.kind() == IdKind.KEY.code() ? keys.get(query.object()) : null;
        return key == null
                ? Results.refusal(ResultCode.NOT_FOUND, 0, 0)
                : Results.key(query.object(), key.role, key.platform, key.account, key.revoked);
    }

    private static void reply(ReplyHandler handler, long sequence, boolean framed, byte[] result) {
        handler.onResult(sequence, framed, new UnsafeBuffer(result), 0, result.length);
    }

    @Override
    public long watermark() {
        return lastSequence();
    }

    @Override
    public long awaitWatermark(long sequence, long timeoutMs) {
        return lastSequence();
    }

    @Override
    public JournalReader openReader() {
        return new JournalReader() {
            @Override
            public boolean read(long sequence, Frame frame) {
                if (sequence < 1 || sequence > lastSequence()) {
                    return false;
                }
                byte[] bytes = frames.get((int) sequence - 1);
                frame.buffer().putBytes(0, bytes);
                return frame.load(bytes.length);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Health health() {
        return health;
    }

    /** Ends what got no answer. */
    public void stop() {
        writer.execute(() ->
                unanswered.forEach(handler -> handler.onFailure(ReplyHandler.Failure.STOPPED)));
    }

    @Override
    public void close() {
        writer.shutdownNow();
    }
}
