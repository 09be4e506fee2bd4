package io.clearhold.bank.camt;

import io.clearhold.bank.statement.Balance;
import io.clearhold.bank.statement.DecimalAmount;
import io.clearhold.bank.statement.FileRefusedException;
import io.clearhold.bank.statement.FindingCode;
import io.clearhold.bank.statement.FindingLog;
import io.clearhold.bank.xml.XmlCursor;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code Bal}: keeps the booked balances of a statement; available and forward ones inform. */
final class BalanceReading {
    /** Booked at the opening; banks that leave it out give the closing of the day before. */
    private static final List<String> OPENING = List.of("OPBD", "PRCD");

    private static final String CLOSING = "CLBD";

    /** A statement has a handful; more would be memory for an attacker. */
    private static final int MAX_BALANCES = 100;

    private static final int MAX_LENGTH = 40;

    private record Coded(String code, Balance balance) {}

    private final XmlCursor cursor;
    private final FindingLog findings;
    private final List<Coded> balances = new ArrayList<>();
    private String currency = "";

    BalanceReading(XmlCursor cursor, FindingLog findings) {
        this.cursor = cursor;
        this.findings = findings;
    }

    void read() throws IOException, FileRefusedException {
        long line = cursor.line();
        String code = "";
        String amount = "";
        String currencyOfAmount = "";
        String direction = "";
        Optional<LocalDate> date = Optional.empty();
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "Tp" -> code = code();
                case "Amt" -> {
                    currencyOfAmount = cursor.attribute("Ccy");
                    amount = cursor.text(MAX_LENGTH);
                }
                case "CdtDbtInd" -> direction = cursor.text(MAX_LENGTH);
                case "Dt" -> date = CamtFields.date(cursor);
                default -> {}
            }
        }
        currency = currency.isEmpty() ? currencyOfAmount : currency;
        if ((!OPENING.contains(code) && !code.equals(CLOSING)) || balances.size() >= MAX_BALANCES) {
            return;
        }
        DecimalAmount parsed = DecimalAmount.parse(amount, currencyOfAmount);
        boolean directed = direction.equals("CRDT") || direction.equals("DBIT");
        if (parsed instanceof DecimalAmount.Exact(long minor) && directed) {
            long signedMinor = direction.equals("CRDT") ? minor : -minor;
            balances.add(new Coded(code, new Balance(signedMinor, currencyOfAmount, date)));
        } else {
            String why =
                    parsed instanceof DecimalAmount.Flawed flawed
                            ? flawed.detail()
                            : "It is neither CRDT nor DBIT.";
            findings.report(
                    FindingCode.BALANCE_INVALID,
                    line,
                    "Bal",
                    "The balance " + code + " cannot be read: " + why);
        }
    }

    private String code() throws IOException, FileRefusedException {
        String code = "";
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            if (cursor.name().equals("CdOrPrtry")) {
                code = CamtFields.code(cursor, MAX_LENGTH);
            }
        }
        return code;
    }

    /** That of the first balance of whatever kind, empty if there is none. */
    String currency() {
        return currency;
    }

    /** What the entries start from, in the currency if there is one in it. */
    Optional<Balance> opening(String wanted) {
        for (String code : OPENING) {
            Optional<Balance> found = find(code, wanted);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** What the entries lead to. */
    Optional<Balance> closing(String wanted) {
        return find(CLOSING, wanted);
    }

    private Optional<Balance> find(String code, String wanted) {
        Optional<Balance> first = Optional.empty();
        for (Coded coded : balances) {
            if (coded.code().equals(code)) {
                if (coded.balance().currency().equals(wanted)) {
                    return Optional.of(coded.balance());
                }
                first = first.isPresent() ? first : Optional.of(coded.balance());
            }
        }
        return first;
    }
}
