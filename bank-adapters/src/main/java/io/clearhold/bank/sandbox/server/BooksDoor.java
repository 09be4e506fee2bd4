package io.clearhold.bank.sandbox.server;

import io.clearhold.bank.json.JsonUnreadableException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * {@code GET /accounts} and {@code GET /entries?date=&after=&limit=}: the bank's view of our money.
 */
final class BooksDoor implements BankDoor {
    static final String ACCOUNTS_PATH = "/accounts";
    static final String ENTRIES_PATH = "/entries";

    /** Entries in one answer, at most and unless asked otherwise. */
    private static final long MAX_ENTRIES = 1_000;

    private final SandboxBank bank;

    BooksDoor(SandboxBank bank) {
        this.bank = bank;
    }

    @Override
    public BankAnswer answer(BankRequest request) throws JsonUnreadableException {
        if (!request.method().equals("GET")) {
            return BankAnswer.refusal(405, "method_not_allowed", "Books are read with GET.");
        }
        return request.path().equals(ACCOUNTS_PATH)
                ? BankAnswer.reply(200, bank.accountsJson())
                : BankAnswer.reply(
                        200,
                        bank.entriesJson(
                                date(request),
                                number(request, "after", 0, 0, Long.MAX_VALUE),
                                (int) number(request, "limit", MAX_ENTRIES, 1, MAX_ENTRIES)));
    }

    /** Today by bank time, unless another day is asked for. */
    private LocalDate date(BankRequest request) throws JsonUnreadableException {
        String date = request.query().getOrDefault("date", "");
        try {
            return date.isEmpty()
                    ? LocalDate.ofInstant(Instant.ofEpochMilli(bank.nowMs()), ZoneOffset.UTC)
                    : LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw new JsonUnreadableException("\"date\" is not a date");
        }
    }

    private static long number(BankRequest request, String name, long absent, long min, long max)
            throws JsonUnreadableException {
        String text = request.query().getOrDefault(name, "");
        if (text.isEmpty()) {
            return absent;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new JsonUnreadableException("\"" + name + "\" is not a number");
        }
        throw new JsonUnreadableException("\"" + name + "\" is out of range");
    }
}
