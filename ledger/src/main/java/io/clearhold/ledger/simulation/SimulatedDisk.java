package io.clearhold.ledger.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A disk that keeps what was synced and may keep the rest. Records are what a journal appends; a
 * record that was lost is a hole of its length, as a preallocated file has it.
 */
final class SimulatedDisk {
    private final List<byte[]> records = new ArrayList<>();
    private int synced;

    int size() {
        return records.size();
    }

    /** The records that no power cut takes. */
    int synced() {
        return synced;
    }

    byte[] record(int index) {
        return records.get(index);
    }

    void append(byte[] source, int length) {
        records.add(Arrays.copyOf(source, length));
    }

    /**
     * Half of a record is written when the program learns that it cannot be.
     *
     * @return whether it is whole all the same, since what is missing was zero
     */
    boolean appendTorn(byte[] source, int length, RandomGenerator random) {
        byte[] whole = Arrays.copyOf(source, length);
        byte[] torn = torn(whole.clone(), random);
        records.add(torn);
        return Arrays.equals(torn, whole);
    }

    void sync() {
        synced = records.size();
    }

    /** The records above what was synced reach the platter in any order, whole, torn or not. */
    void loseUnsynced(RandomGenerator random) {
        for (int i = synced; i < records.size(); i++) {
            byte[] record = records.get(i);
            switch (random.nextInt(6)) {
                case 0 -> records.set(i, torn(record, random));
                case 1 -> records.set(i, new byte[record.length]);
                default -> {
                    // It was on its way.
                }
            }
        }
        int cut = synced + random.nextInt(records.size() - synced + 1);
        if (random.nextInt(3) == 0) {
            truncate(cut);
        }
    }

    /** Recovery cuts what it does not trust. */
    void truncate(int size) {
        records.subList(size, records.size()).clear();
        synced = Math.min(synced, size);
    }

    private static byte[] torn(byte[] record, RandomGenerator random) {
        int kept = record.length == 0 ? 0 : random.nextInt(record.length);
        byte[] torn = Arrays.copyOf(record, random.nextBoolean() ? record.length : kept);
        Arrays.fill(torn, Math.min(kept, torn.length), torn.length, (byte) 0);
        return torn;
    }
}
