package io.clearhold.ledger.state;

import io.clearhold.core.proof.MovementKind;
import java.util.Arrays;

/**
 * Money that came, by its channel's word, and that a statement is to show, in the order in which it
 * was booked. Lines that have come meanwhile stay until the queue's head passes them. It follows
 * from the instructions, and so counts in no hash.
 */
public final class AwaitedMovements {
    private static final int CHANNELS = 256;

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

    private final Queue[] queues = new Queue[CHANNELS];

    AwaitedMovements() {
        Arrays.setAll(queues, channel -> new Queue());
    }

    public int size(int channel) {
        return queues[channel].size;
    }

    /** The index of the instruction at a place of the queue, 0 being the oldest. */
    public int instruction(int channel, int place) {
        return queues[channel].get(place) >>> 1;
    }

    public MovementKind movement(int channel, int place) {
        boolean isReturn = (queues[channel].get(place) & 1) != 0;
        return isReturn ? MovementKind.RETURN : MovementKind.COLLECTION;
    }

    void add(int channel, int instruction, MovementKind movement) {
        queues[channel].add((instruction << 1) | (movement == MovementKind.RETURN ? 1 : 0));
    }

    void drop(int channel, long count) {
        queues[channel].drop(Math.toIntExact(count));
    }
}
