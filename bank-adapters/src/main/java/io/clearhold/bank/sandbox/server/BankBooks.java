package io.clearhold.bank.sandbox.server;

import io.clearhold.bank.json.JsonText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bank's view of our money: an account per currency, and dated entries of which statements are
 * made. Days are those of UTC. Guarded by whoever guards the {@link BankState}.
 */
final class BankBooks {
    /** The currency of a statement when no account was ever used. */
    static final String DEFAULT_CURRENCY = "CNY";

    private final Map<String, BankAccount> accounts = new TreeMap<>();
    private final Map<LocalDate, List<BankEntry>> days = new TreeMap<>();
    private long lastNumber;
    private long lastBookedMs;

    /** The order's money moved. */
    void settle(BankOrder order, long atMs) {
        BankMovement movement = BankMovement.of(order.kind());
        long feeMinor = movement == BankMovement.COLLECTION ? order.feeMinor() : 0;
        book(order, movement, feeMinor, atMs);
    }

    /** The order's money came back. */
    void giveBack(BankOrder order, long atMs) {
        book(order, BankMovement.RETURN, 0, atMs);
    }

    /** The order's money was taken back. */
    void chargeBack(BankOrder order, long atMs) {
        book(order, BankMovement.CHARGEBACK, 0, atMs);
    }

    private void book(BankOrder order, BankMovement movement, long feeMinor, long atMs) {
        // Wall time may have gone back over a restart; a day that was closed stays closed.
        lastBookedMs = Math.max(lastBookedMs, atMs);
        lastNumber++;
        BankAccount account = accounts.computeIfAbsent(order.currency(), BankAccount::new);
        long netMinor = order.movedMinor() - feeMinor;
        long balanceMinor = account.balanceMinor() + (movement.isCredit() ? netMinor : -netMinor);
        BankEntry entry =
                new BankEntry(
                        lastNumber,
                        lastBookedMs,
                        order,
                        movement,
                        order.movedMinor(),
                        feeMinor,
                        balanceMinor,
                        order.reason());
        LocalDate date = date(lastBookedMs);
        account.book(date, entry);
        days.computeIfAbsent(date, d -> new ArrayList<>()).add(entry);
    }

    static LocalDate date(long atMs) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(atMs), ZoneOffset.UTC);
    }

    /** {@code GET /accounts}. */
    String accountsJson() {
        return new JsonText()
                .list("accounts", accounts.values().stream().map(BankAccount::json).toList())
                .object();
    }

    /** {@code GET /entries}: those of a day whose numbers are above {@code after}. */
    String entriesJson(LocalDate date, long after, int limit) {
        List<BankEntry> day = days.getOrDefault(date, List.of());
        long first = day.isEmpty() ? 1 : day.getFirst().number();
        int from = Math.clamp(after - first + 1, 0, day.size());
        int to = Math.min(day.size(), from + limit);
        List<String> list = day.subList(from, to).stream().map(BankEntry::json).toList();
        return new JsonText()
                .text("date", date.toString())
                .list("entries", list)
                .json("has_more", Boolean.toString(to < day.size()))
                .object();
    }

    /**
     * A statement for each account that was open by then, or an empty one if there was none: a past
     * day gives the same ever after.
     */
    List<BankStatement> statements(LocalDate date, LocalDate today) {
        boolean closed = date.isBefore(today);
        List<BankStatement> statements = new ArrayList<>();
        for (BankAccount account : accounts.values()) {
            if (!account.firstDay().isAfter(date)) {
                statements.add(account.statement(date, closed));
            }
        }
        return statements.isEmpty()
                ? List.of(new BankStatement(DEFAULT_CURRENCY, date, closed, 0, List.of()))
                : statements;
    }

    /** The first day with an entry, today if there is none. */
    LocalDate firstDay(LocalDate today) {
        return accounts.values().stream()
                .map(BankAccount::firstDay)
                .min(LocalDate::compareTo)
                .orElse(today);
    }
}
