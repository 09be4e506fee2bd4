package io.clearhold.ledger.journal;

import java.util.Arrays;

/**
 * Which roll cycle a sequence is in: the first sequence of each cycle, ascending. Frames are the
 * only excerpts, so the rest is subtraction. Written by one thread, read by many.
 */
final class CycleIndex {
    /** Never changed once it is visible; replaced as a whole. */
    private static final class Cycles {
        final int[] cycles;
        final long[] firstSequences;

        Cycles(int[] cycles, long[] firstSequences) {
            this.cycles = cycles;
            this.firstSequences = firstSequences;
        }
    }

    private volatile Cycles known = new Cycles(new int[0], new long[0]);

    void add(int cycle, long firstSequence) {
        Cycles now = known;
        int count = now.cycles.length;
        int[] cycles = Arrays.copyOf(now.cycles, count + 1);
        long[] firstSequences = Arrays.copyOf(now.firstSequences, count + 1);
        cycles[count] = cycle;
        firstSequences[count] = firstSequence;
        known = new Cycles(cycles, firstSequences);
    }

    /** The same, to be kept. */
    java.util.List<JournalPlace.Cycle> list() {
        Cycles now = known;
        java.util.List<JournalPlace.Cycle> list = new java.util.ArrayList<>();
        for (int i = 0; i < now.cycles.length; i++) {
            list.add(new JournalPlace.Cycle(now.cycles[i], now.firstSequences[i]));
        }
        return list;
    }

    /** The last cycle that has frames, or -1. */
    int lastCycle() {
        Cycles now = known;
        return now.cycles.length == 0 ? -1 : now.cycles[now.cycles.length - 1];
    }

    /** The cycle of a sequence, or -1 if it is before all that is kept. */
    int cycle(long sequence) {
        Cycles now = known;
        int at = find(now, sequence);
        return at < 0 ? -1 : now.cycles[at];
    }

    /** How many frames of its cycle come before it. */
    long offsetInCycle(long sequence) {
        Cycles now = known;
        return sequence - now.firstSequences[find(now, sequence)];
    }

    private static int find(Cycles cycles, long sequence) {
        int at = Arrays.binarySearch(cycles.firstSequences, sequence);
        return at >= 0 ? at : -at - 2;
    }
}
