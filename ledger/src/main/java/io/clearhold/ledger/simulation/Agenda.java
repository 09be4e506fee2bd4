package io.clearhold.ledger.simulation;

import java.util.PriorityQueue;

/** The simulated clock, and what is to happen when. Equal times keep the order they came in. */
final class Agenda {
    private record Item(long atMs, long ordinal, Runnable action) implements Comparable<Item> {
        @Override
        public int compareTo(Item other) {
            int byTime = Long.compare(atMs, other.atMs);
            return byTime != 0 ? byTime : Long.compare(ordinal, other.ordinal);
        }
    }

    private final PriorityQueue<Item> items = new PriorityQueue<>();
    private long nowMs;
    private long nextOrdinal;

    Agenda(long startMs) {
        nowMs = startMs;
    }

    /** Log time without the sandbox's offset; the bank and all others go by it too. */
    long nowMs() {
        return nowMs;
    }

    void after(long delayMs, Runnable action) {
        items.add(new Item(nowMs + delayMs, nextOrdinal++, action));
    }

    /** When something happens next; {@link Long#MAX_VALUE} if nothing is planned. */
    long nextMs() {
        return items.isEmpty() ? Long.MAX_VALUE : items.element().atMs();
    }

    /** Time goes forward at once; what was due meanwhile happens late. */
    void jump(long forwardMs) {
        nowMs += forwardMs;
    }

    /** Lets time pass, and what is due happen at its time. */
    void pass(long durationMs) {
        long endMs = nowMs + durationMs;
        while (!items.isEmpty() && items.element().atMs() <= endMs) {
            Item item = items.remove();
            nowMs = Math.max(nowMs, item.atMs());
            item.action().run();
        }
        nowMs = endMs;
    }
}
