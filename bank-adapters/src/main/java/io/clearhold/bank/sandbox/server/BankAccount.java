package io.clearhold.bank.sandbox.server;

import io.clearhold.bank.json.JsonText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Our money in one currency, day by day. Guarded by whoever guards the {@link BankState}. */
final class BankAccount {
    private final String currency;
    private final EnumMap<BankMovement, Long> sums = new EnumMap<>(BankMovement.class);
    private final TreeMap<LocalDate, List<BankEntry>> days = new TreeMap<>();
    private long feesMinor;
    private long balanceMinor;

    BankAccount(String currency) {
        this.currency = currency;
    }

    /** The name by which statements call it; the same for ever. */
    static String identification(String currency) {
        return SandboxBankServer.ACCOUNT_PREFIX + currency;
    }

    long balanceMinor() {
        return balanceMinor;
    }

    void book(LocalDate date, BankEntry entry) {
        sums.merge(entry.movement(), entry.grossMinor(), Long::sum);
        feesMinor += entry.feeMinor();
        balanceMinor = entry.balanceMinor();
        days.computeIfAbsent(date, d -> new ArrayList<>()).add(entry);
    }

    /** The first day with an entry; an account that has none is not opened. */
    LocalDate firstDay() {
        return days.firstKey();
    }

    /** A day as it stands. */
    BankStatement statement(LocalDate date, boolean closed) {
        Map.Entry<LocalDate, List<BankEntry>> before = days.lowerEntry(date);
        long openingMinor = before == null ? 0 : before.getValue().getLast().balanceMinor();
        List<BankEntry> entries =
                Optional.ofNullable(days.get(date)).map(List::copyOf).orElse(List.of());
        return new BankStatement(currency, date, closed, openingMinor, entries);
    }

    String json() {
        JsonText json = new JsonText().text("currency", currency);
        for (BankMovement movement : BankMovement.values()) {
            json.number(movement.sumName(), sums.getOrDefault(movement, 0L));
        }
        return json.number("fees", feesMinor).number("balance", balanceMinor).object();
    }
}
