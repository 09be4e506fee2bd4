package io.clearhold.bank.sandbox.server;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /statement?date=}: the days' camt.053, without a date every day up to the current one.
 */
final class StatementDoor implements BankDoor {
    static final String PATH = "/statement";

    private final SandboxBank bank;

    StatementDoor(SandboxBank bank) {
        this.bank = bank;
    }

    @Override
    public BankAnswer answer(BankRequest request) {
        if (!request.method().equals("GET")) {
            return BankAnswer.refusal(405, "method_not_allowed", "Statements are read with GET.");
        }
        String date = request.query().getOrDefault("date", "");
        try {
            return answer(date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date)));
        } catch (DateTimeException e) {
            return BankAnswer.refusal(400, "invalid_date", "\"date\" must be YYYY-MM-DD.");
        }
    }

    private BankAnswer answer(Optional<LocalDate> date) {
        return switch (bank.statements(date)) {
            case StatementRequest.Given given -> document(given.statements());
            case StatementRequest.Future future ->
                    BankAnswer.refusal(
                            400, "future_date", "\"date\" is after " + future.today() + ", today.");
            case StatementRequest.TooMany many ->
                    BankAnswer.refusal(
                            400,
                            "too_many_days",
                            "There are " + many.days() + " days: ask for one with \"date\".");
        };
    }

    private static BankAnswer document(List<BankStatement> statements) {
        return new BankAnswer.Document(
                "application/xml", out -> CamtDocument.write(statements, out));
    }
}
