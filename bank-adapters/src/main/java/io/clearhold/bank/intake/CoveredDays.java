package io.clearhold.bank.intake;

import io.clearhold.bank.statement.Balance;
import io.clearhold.bank.statement.EntryDirection;
import io.clearhold.bank.statement.StatementEnd;
import io.clearhold.bank.statement.StatementEntry;
import io.clearhold.bank.statement.StatementHead;
import io.clearhold.core.money.Currencies;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The days that one statement covers, each with the balances between which its entries lie: what
 * the statement opens with, moved on by the entries booked on each day.
 */
final class CoveredDays {
    /** A statement over a longer period covers its last days only. */
    private static final int LONGEST = 400;

    /**
     * A day of one account.
     *
     * @param currency ISO 4217 number
     * @param day since 1970
     * @param complete whether nothing can be added to it any more
     */
    record Day(int currency, int day, long opening, long closing, boolean complete) {}

    private final TreeMap<LocalDate, Long> movedByDay = new TreeMap<>();

    void add(StatementEntry entry) {
        entry.bookingDate()
                .ifPresent(date ->
                        movedByDay.merge(
                                date,
                                entry.direction() == EntryDirection.CREDIT
                                        ? entry.amountMinor()
                                        : -entry.amountMinor(),
                                Math::addExact));
    }

    /**
     * The days from the statement's first to its last; none without both balances.
     *
     * @param createdAt of the file, by the bank's clock: a day that was not over then is open
     */
    List<Day> end(StatementHead head, StatementEnd end, Optional<LocalDateTime> createdAt) {
        int currency = Currencies.number(head.currency());
        Optional<LocalDate> last =
                head.to().isPresent() ? head.to() : end.closing().flatMap(Balance::date);
        if (currency == 0
                || head.opening().isEmpty()
                || end.closing().isEmpty()
                || last.isEmpty()) {
            return List.of();
        }
        LocalDate to = last.get();
        LocalDate from = head.from().filter(date -> !date.isAfter(to)).orElse(to);
        long balance = head.opening().get().signedMinor();
        for (Long moved : movedByDay.headMap(from).values()) {
            balance += moved;
        }
        List<Day> days = new ArrayList<>();
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            long opening = balance;
            balance += movedByDay.getOrDefault(date, 0L);
            boolean over = createdAt.isEmpty() || createdAt.get().toLocalDate().isAfter(date);
            long closing = date.equals(to) ? end.closing().get().signedMinor() : balance;
            days.add(
                    new Day(
                            currency,
                            (int) date.toEpochDay(),
                            opening,
                            closing,
                            end.complete() && over));
        }
        return days.size() <= LONGEST ? days : days.subList(days.size() - LONGEST, days.size());
    }
}
