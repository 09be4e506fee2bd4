package io.clearhold.ledger.machine;

import io.clearhold.core.book.AccountKind;
import io.clearhold.ledger.state.LedgerState;
import org.agrona.collections.LongArrayList;

/**
 * What accounts have and owe while a step is being decided: the book, and what this step has
 * decided so far, which is applied only at its end. An account may be credited twice by one event.
 */
final class Funds {
    private static final int WORDS = 4;

    private final LedgerState state;

    /** Account, currency, and how much its available balance and its debt have changed. */
    private final LongArrayList changes = new LongArrayList();

    Funds(LedgerState state) {
        this.state = state;
    }

    /** What was decided is applied, or dropped. */
    void clear() {
        changes.clear();
    }

    long available(long account, int currency) {
        return balance(AccountKind.AVAILABLE, account, currency, 2);
    }

    long debt(long account, int currency) {
        return balance(AccountKind.DEBT, account, currency, 3);
    }

    /** Takes {@code amount} of what is available. */
    void take(long account, int currency, long amount) {
        change(account, currency, -amount, 0);
    }

    /** The account owes {@code amount} more. */
    void owe(long account, int currency, long amount) {
        change(account, currency, 0, amount);
    }

    /** Credits {@code amount}; returns the part of it that repays debt, which goes first. */
    long credit(long account, int currency, long amount) {
        long debt = Math.min(amount, debt(account, currency));
        if (debt > 0) {
            change(account, currency, amount - debt, -debt);
        } else {
            change(account, currency, amount, 0);
        }
        return debt;
    }

    private long balance(AccountKind kind, long account, int currency, int word) {
        int at = find(account, currency);
        long booked = state.book().balance(kind, account, currency);
        return at < 0 ? booked : booked + changes.getLong(at + word);
    }

    private void change(long account, int currency, long available, long debt) {
        int at = find(account, currency);
        if (at < 0) {
            changes.addLong(account);
            changes.addLong(currency);
            changes.addLong(available);
            changes.addLong(debt);
        } else {
            changes.setLong(at + 2, changes.getLong(at + 2) + available);
            changes.setLong(at + 3, changes.getLong(at + 3) + debt);
        }
    }

    private int find(long account, int currency) {
        for (int at = 0; at < changes.size(); at += WORDS) {
            if (changes.getLong(at) == account && changes.getLong(at + 1) == currency) {
                return at;
            }
        }
        return -1;
    }
}
