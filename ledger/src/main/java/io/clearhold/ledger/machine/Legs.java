package io.clearhold.ledger.machine;

import io.clearhold.core.book.AccountKind;
import org.agrona.collections.LongArrayList;

/** The legs of one clawback while it is being decided: a list that is used again and again. */
final class Legs {
    private static final int WORDS = 6;

    private final LongArrayList words = new LongArrayList();

    void clear() {
        words.clear();
    }

    int size() {
        return words.size() / WORDS;
    }

    /** The kind that gives, as an event holds it. */
    short kind(int leg) {
        return (short) word(leg, 0);
    }

    short place(int leg) {
        return (short) word(leg, 1);
    }

    long account(int leg) {
        return word(leg, 2);
    }

    long amount(int leg) {
        return word(leg, 3);
    }

    long tranche(int leg) {
        return word(leg, 4);
    }

    /** What of a leg that comes back repays debt. */
    long debt(int leg) {
        return word(leg, 5);
    }

    /** What legs of one kind come to. */
    long sum(AccountKind kind) {
        long sum = 0;
        for (int leg = 0; leg < size(); leg++) {
            sum += kind(leg) == kind.code() ? amount(leg) : 0;
        }
        return sum;
    }

    void add(AccountKind kind, int place, long account, long amount, long tranche, long debt) {
        words.addLong(kind.code());
        words.addLong(place);
        words.addLong(account);
        words.addLong(amount);
        words.addLong(tranche);
        words.addLong(debt);
    }

    private long word(int leg, int word) {
        return words.getLong(leg * WORDS + word);
    }
}
