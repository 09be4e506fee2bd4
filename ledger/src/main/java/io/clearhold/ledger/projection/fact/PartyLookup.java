package io.clearhold.ledger.projection.fact;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * The parties of the objects of one kind that a batch touches: known if the batch makes the object,
 * else read from the view in one query before the batch is written. Confined to one thread.
 */
final class PartyLookup {
    private final String query;
    private final String kind;
    private final Map<Long, Parties> known = new HashMap<>();
    private final Map<Long, Parties> unresolved = new HashMap<>();

    private PartyLookup(String kind, String columns) {
        this.kind = kind;
        this.query = "SELECT id, " + columns + " FROM " + kind + " WHERE id = ANY (?)";
    }

    static PartyLookup ofPayments() {
        return new PartyLookup("payments", "platform, payee, payer, status, reference");
    }

    static PartyLookup ofPaymentLinks() {
        return new PartyLookup("payment_links", "platform, payee, 0, status, NULL");
    }

    static PartyLookup ofPayouts() {
        return new PartyLookup("payouts", "platform, account, 0, status, NULL");
    }

    static PartyLookup ofTopUps() {
        return new PartyLookup("topups", "platform, account, 0, status, NULL");
    }

    static PartyLookup ofAccounts() {
        return new PartyLookup("accounts", "platform, id, 0, status, NULL");
    }

    static PartyLookup ofWebhookEndpoints() {
        return new PartyLookup("webhook_endpoints", "platform, account, 0, status, NULL");
    }

    Parties of(long id) {
        Parties parties = known.get(id);
        if (parties == null) {
            parties = new Parties(0, 0, 0);
            known.put(id, parties);
            unresolved.put(id, parties);
        }
        return parties;
    }

    void put(long id, Parties parties) {
        known.put(id, parties);
    }

    void clear() {
        known.clear();
        unresolved.clear();
    }

    /** Fills in what this batch did not bring itself. */
    void resolve(Connection connection) throws SQLException {
        if (unresolved.isEmpty()) {
            return;
        }
        int found = 0;
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            Array ids = connection.createArrayOf("bigint", unresolved.keySet().toArray());
            statement.setArray(1, ids);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Parties parties = unresolved.get(rows.getLong(1));
                    if (parties != null) {
                        parties.resolve(
                                rows.getLong(2),
                                rows.getLong(3),
                                rows.getLong(4),
                                rows.getString(5),
                                rows.getString(6));
                        found++;
                    }
                }
            }
        }
        if (found != unresolved.size()) {
            throw new IllegalStateException(
                    "the view lacks "
                            + (unresolved.size() - found)
                            + " rows of "
                            + kind
                            + " that events name: rebuild it");
        }
        unresolved.clear();
    }
}
