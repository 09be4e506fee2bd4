package io.clearhold.ledger.projection;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.money.Currencies;
import io.clearhold.ledger.state.AccountTable;
import io.clearhold.ledger.state.Book;
import io.clearhold.ledger.state.LedgerState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * Every balance of the book, from both sides: each row of the view in the state, and each account
 * of the state in the view.
 */
final class BalanceComparison {
    private static final int CHANNELS = 256;

    private record Account(String kind, long owner, String currency) {}

    private final Connection connection;
    private final LedgerState state;
    private final Differences differences;
    private final Map<Account, Long> view = new HashMap<>();

    BalanceComparison(Connection connection, LedgerState state, Differences differences) {
        this.connection = connection;
        this.state = state;
        this.differences = differences;
    }

    void run() throws SQLException {
        load();
        for (int currency : state.book().currencies()) {
            for (AccountKind kind : AccountKind.values()) {
                compare(kind, currency);
            }
        }
        view.forEach((account, balance) ->
                differences.compare(
                        account.toString(), "a balance that the state lacks", balance, 0));
    }

    private void compare(AccountKind kind, int currency) {
        Book book = state.book();
        switch (kind.owner()) {
            case PAYMENT -> take(kind, 0, currency, book.totals(currency).balance(kind));
            case OPERATOR -> take(kind, 0, currency, book.balance(kind, 0, currency));
            case CHANNEL -> {
                for (int channel = 0; channel < CHANNELS; channel++) {
                    take(kind, channel, currency, book.balance(kind, channel, currency));
                }
            }
            case ACCOUNT -> {
                AccountTable accounts = state.accounts();
                for (int index = 0; index < accounts.size(); index++) {
                    long account = accounts.id(index);
                    take(kind, account, currency, book.balance(kind, account, currency));
                }
            }
        }
    }

    private void take(AccountKind kind, long owner, int currency, long balance) {
        Account account = new Account(kind.label(), owner, Currencies.code(currency));
        Long inView = view.remove(account);
        differences.compare(account.toString(), "balance", inView == null ? 0 : inView, balance);
    }

    private void load() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT kind, owner, currency, balance FROM balances")) {
            while (rows.next()) {
                differences.comparedRow();
                Account account =
                        new Account(rows.getString(1), rows.getLong(2), rows.getString(3));
                view.put(account, rows.getLong(4));
            }
        }
    }
}
