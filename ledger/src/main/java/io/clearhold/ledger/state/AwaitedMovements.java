package io.clearhold.ledger.state;

import io.clearhold.core.proof.MovementKind;
import java.io.IOException;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * Money that came, by its channel's word, and that a statement is to show, in the order in which it
 * was booked. Lines that have come meanwhile stay until the queue's head passes them. It follows
 * from the instructions, and so counts in no hash.
 */
public final class AwaitedMovements {
    private static final class Queue {
        private int[] ring = new int[16];
        private int head;
        private int size;

        void add(int value) {
            if (size == ring.length) {
                int[] grown = new int[ring.length * 2];
                for (int i = 0; i < size; i++) {
                    grown[i] = get(i);
                }
                ring = grown;
                head = 0;
            }
            ring[(head + size++) & (ring.length - 1)] = value;
        }

        int get(int place) {
            return ring[(head + place) & (ring.length - 1)];
        }

        void drop(int count) {
            head = (head + count) & (ring.length - 1);
            size -= count;
        }
    }

    private final Int2ObjectHashMap<Queue> queues = new Int2ObjectHashMap<>();

    public int size(int channel, int currency) {
        return queue(channel, currency).size;
    }

    /** The index of the instruction at a place of the queue, 0 being the oldest. */
    public int instruction(int channel, int currency, int place) {
        return queue(channel, currency).get(place) >>> 1;
    }

    public MovementKind movement(int channel, int currency, int place) {
        boolean isReturn = (queue(channel, currency).get(place) & 1) != 0;
        return isReturn ? MovementKind.RETURN : MovementKind.COLLECTION;
    }

    void add(int channel, int currency, int instruction, MovementKind movement) {
        queue(channel, currency)
                .add((instruction << 1) | (movement == MovementKind.RETURN ? 1 : 0));
    }

    void drop(int channel, int currency, long count) {
        queue(channel, currency).drop(Math.toIntExact(count));
    }

    long sizeInBytes() {
        long bytes = 0;
        for (Queue queue : queues.values()) {
            bytes += 4L * queue.ring.length;
        }
        return bytes;
    }

    private Queue queue(int channel, int currency) {
        int key = (channel << 16) | currency;
        Queue existing = queues.get(key);
        if (existing != null) {
            return existing;
        }
        Queue created = new Queue();
        queues.put(key, created);
        return created;
    }

    void write(StateOutput out) throws IOException {
        out.put(queues.size());
        Int2ObjectHashMap<Queue>.KeyIterator keys = queues.keySet().iterator();
        while (keys.hasNext()) {
            int key = keys.nextInt();
            Queue queue = queues.get(key);
            out.put(key);
            out.put(queue.size);
            for (int i = 0; i < queue.size; i++) {
                out.put(queue.get(i));
            }
        }
    }

    void read(StateInput in) throws IOException {
        for (int count = in.takeInt(); count > 0; count--) {
            int key = in.takeInt();
            Queue queue = queue(key >>> 16, key & 0xffff);
            for (int size = in.takeInt(); size > 0; size--) {
                queue.add(in.takeInt());
            }
        }
    }
}
