package io.clearhold.ledger.projection.fact;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.money.Currencies;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** By how much a batch changes each balance; one statement writes them all. */
final class BalanceDifferences {
    private static final String ADD =
            "INSERT INTO balances (kind, owner, currency, balance)"
                    + " SELECT * FROM unnest(?::text[], ?::bigint[], ?::text[], ?::bigint[])"
                    + " ON CONFLICT (kind, owner, currency)"
                    + " DO UPDATE SET balance = balances.balance + excluded.balance";

    private record Account(AccountKind kind, long owner, int currency) {}

    private final Map<Account, Long> differences = new HashMap<>();

    void add(AccountKind kind, long owner, int currency, long difference) {
        differences.merge(new Account(kind, owner, currency), difference, Math::addExact);
    }

    int size() {
        return differences.size();
    }

    void clear() {
        differences.clear();
    }

    void write(Connection connection) throws SQLException {
        if (differences.isEmpty()) {
            return;
        }
        int count = differences.size();
        String[] kinds = new String[count];
        Long[] owners = new Long[count];
        String[] currencies = new String[count];
        Long[] amounts = new Long[count];
        int at = 0;
        for (Map.Entry<Account, Long> difference : differences.entrySet()) {
            Account account = difference.getKey();
            kinds[at] = account.kind().label();
            owners[at] = account.owner();
            currencies[at] = Currencies.code(account.currency());
            amounts[at] = difference.getValue();
            at++;
        }
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setArray(1, connection.createArrayOf("text", kinds));
            statement.setArray(2, connection.createArrayOf("bigint", owners));
            statement.setArray(3, connection.createArrayOf("text", currencies));
            statement.setArray(4, connection.createArrayOf("bigint", amounts));
            statement.executeUpdate();
        }
    }
}
