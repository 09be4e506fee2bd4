package io.clearhold.bank.sandbox.server;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which days a statement is asked for, and what comes of it. */
sealed interface StatementRequest {
    /**
     * The days' statements, in order.
     *
     * @param statements at least one
     */
    record Given(List<BankStatement> statements) implements StatementRequest {}

    /** The day has not come. */
    record Future(LocalDate today) implements StatementRequest {}

    /** More days than one file holds. */
    record TooMany(long days) implements StatementRequest {}

    /**
     * Takes them from the books.
     *
     * @param date empty for every day from the first one to today
     */
    static StatementRequest of(
            BankBooks books, Optional<LocalDate> date, LocalDate today, int maxStatements) {
        if (date.isPresent()) {
            return date.get().isAfter(today)
                    ? new Future(today)
                    : new Given(books.statements(date.get(), today));
        }
        LocalDate first = books.firstDay(today);
        List<BankStatement> statements = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
            statements.addAll(books.statements(day, today));
            if (statements.size() > maxStatements) {
                return new TooMany(today.toEpochDay() - first.toEpochDay() + 1);
            }
        }
        return new Given(List.copyOf(statements));
    }
}
