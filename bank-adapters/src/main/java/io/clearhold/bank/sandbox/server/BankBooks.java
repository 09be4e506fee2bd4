package io.clearhold.bank.sandbox.server;

import io.clearhold.bank.json.JsonText;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.InstructionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bank's view of our account: a balance per currency, and dated entries from which statements
 * are made. Guarded by whoever guards the {@link BankState}.
 */
final class BankBooks {
    /** One booking; credits are positive. Numbers run without gaps from 1. */
    private record Entry(
            long number,
            long atMs,
            BankOrder order,
            Side side,
            long signedMinor,
            long balanceMinor) {
        String json() {
            return new JsonText()
                    .number("number", number)
                    .text("id", ObjectId.toText(IdKind.INSTRUCTION, order.id()))
                    .text("type", side.label)
                    .number("amount", signedMinor)
                    .text("currency", order.currency())
                    .text("reference", order.reference())
                    .text("booked_at", Instant.ofEpochMilli(atMs).toString())
                    .number("balance", balanceMinor)
                    .object();
        }
    }

    private enum Side {
        COLLECTION("collection", 1),
        REFUND("refund", -1),
        PAYOUT("payout", -1),
        GIVEN_BACK("return", 1);

        private final String label;
        private final int sign;

        Side(String label, int sign) {
            this.label = label;
            this.sign = sign;
        }

        static Side of(InstructionKind kind) {
            return switch (kind) {
                case COLLECT -> COLLECTION;
                case REFUND -> REFUND;
                case PAYOUT -> PAYOUT;
            };
        }
    }

    private static final class Account {
        private final EnumMap<Side, Long> sums = new EnumMap<>(Side.class);
        private long balanceMinor;

        long sum(Side side) {
            return sums.getOrDefault(side, 0L);
        }
    }

    private final Map<String, Account> accounts = new TreeMap<>();
    private final Map<LocalDate, List<Entry>> entries = new TreeMap<>();
    private long lastNumber;

    /** The order's money moved. */
    void settle(BankOrder order, long atMs) {
        book(order, Side.of(order.kind()), atMs);
    }

    /** The order's money came back. */
    void giveBack(BankOrder order, long atMs) {
        book(order, Side.GIVEN_BACK, atMs);
    }

    private void book(BankOrder order, Side side, long atMs) {
        Account account = accounts.computeIfAbsent(order.currency(), c -> new Account());
        long signedMinor = side.sign * order.movedMinor();
        account.sums.merge(side, order.movedMinor(), Long::sum);
        account.balanceMinor += signedMinor;
        lastNumber++;
        LocalDate date = LocalDate.ofInstant(Instant.ofEpochMilli(atMs), ZoneOffset.UTC);
        entries.computeIfAbsent(date, d -> new ArrayList<>())
                .add(new Entry(lastNumber, atMs, order, side, signedMinor, account.balanceMinor));
    }

    /** {@code GET /accounts}. */
    String accountsJson() {
        List<String> list = new ArrayList<>();
        accounts.forEach((currency, account) -> list.add(accountJson(currency, account)));
        return new JsonText().list("accounts", list).object();
    }

    private static String accountJson(String currency, Account account) {
        return new JsonText()
                .text("currency", currency)
                .number("collected", account.sum(Side.COLLECTION))
                .number("refunded", account.sum(Side.REFUND))
                .number("paid_out", account.sum(Side.PAYOUT))
                .number("returned", account.sum(Side.GIVEN_BACK))
                .number("charged_back", 0)
                .number("balance", account.balanceMinor)
                .object();
    }

    /** {@code GET /entries}: those of a day whose numbers are above {@code after}. */
    String entriesJson(LocalDate date, long after, int limit) {
        List<Entry> day = entries.getOrDefault(date, List.of());
        long first = day.isEmpty() ? 1 : day.getFirst().number();
        int from = Math.clamp(after - first + 1, 0, day.size());
        int to = Math.min(day.size(), from + limit);
        List<String> list = new ArrayList<>();
        for (Entry entry : day.subList(from, to)) {
            list.add(entry.json());
        }
        return new JsonText()
                .text("date", date.toString())
                .list("entries", list)
                .json("has_more", Boolean.toString(to < day.size()))
                .object();
    }
}
