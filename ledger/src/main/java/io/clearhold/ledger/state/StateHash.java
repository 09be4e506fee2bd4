package io.clearhold.ledger.state;

/**
 * The hash of the state, kept up to date word by word: the sum over all words that are not 0 of a
 * mix of where the word belongs (table, identity of the record, position) and what it is. A sum
 * does not depend on the order of records, so dense indexes, growth and iteration order leave no
 * trace in it. It finds what goes wrong by itself; against what somebody does on purpose there is
 * the audit log.
 */
public final class StateHash {
    private long high;
    private long low;

    /** A word changed from {@code before} to {@code after}; 0 stands for absent. */
    void change(long place, long before, long after) {
        if (before != 0) {
            long term = Mix.fold(before ^ place, Mix.FIRST + place);
            high -= term;
            low -= Mix.fold(term + before, Mix.SECOND ^ place);
        }
        if (after != 0) {
            long term = Mix.fold(after ^ place, Mix.FIRST + place);
            high += term;
            low += Mix.fold(term + after, Mix.SECOND ^ place);
        }
    }

    /** Adds what many words come to. */
    void add(long termHigh, long termLow) {
        high += termHigh;
        low += termLow;
    }

    /** Where word {@code word} of the record {@code identity} of table {@code tag} belongs. */
    static long place(int tag, long identity, int word) {
        return Mix.mix(identity) ^ Mix.mix(((long) tag << 32) | word);
    }

    public long high() {
        return high;
    }

    public long low() {
        return low;
    }
}
