package io.clearhold.bank.statement;

import java.math.BigInteger;

/**
 * What was read of a statement.
 *
 * @param booked entries that are final, without the quarantined ones
 * @param creditMinor sum of the booked credits
 * @param debitMinor sum of the booked debits
 * @param notBooked entries that are pending, for information or in the future
 * @param quarantined entries that could not be understood
 */
public record EntryTotals(
        long booked,
        BigInteger creditMinor,
        BigInteger debitMinor,
        long notBooked,
        long quarantined) {
    /** No entries. */
    public static final EntryTotals NONE =
            new EntryTotals(0, BigInteger.ZERO, BigInteger.ZERO, 0, 0);

    /** Credits less debits. */
    public BigInteger netMinor() {
        return creditMinor.subtract(debitMinor);
    }

    /** One entry more. */
    public EntryTotals plus(StatementEntry entry) {
        if (entry.status() != EntryStatus.BOOKED) {
            return new EntryTotals(booked, creditMinor, debitMinor, notBooked + 1, quarantined);
        }
        BigInteger amount = BigInteger.valueOf(entry.amountMinor());
        return switch (entry.direction()) {
            case CREDIT ->
                    new EntryTotals(
                            booked + 1,
                            creditMinor.add(amount),
                            debitMinor,
                            notBooked,
                            quarantined);
            case DEBIT ->
                    new EntryTotals(
                            booked + 1,
                            creditMinor,
                            debitMinor.add(amount),
                            notBooked,
                            quarantined);
        };
    }

    /** One quarantined entry more. */
    public EntryTotals plusQuarantined() {
        return new EntryTotals(booked, creditMinor, debitMinor, notBooked, quarantined + 1);
    }

    /** Both together. */
    public EntryTotals plus(EntryTotals other) {
        return new EntryTotals(
                booked + other.booked,
                creditMinor.add(other.creditMinor),
                debitMinor.add(other.debitMinor),
                notBooked + other.notBooked,
                quarantined + other.quarantined);
    }
}
