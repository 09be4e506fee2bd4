package io.clearhold.ledger.projection.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;

/** The tables of the view: made and changed by migrations, emptied for a rebuild. */
public final class ViewSchema {
    private static final String MIGRATIONS =
            "classpath:io/clearhold/ledger/projection/db/migration";

    /** All that events fill. */
    private static final List<String> TABLES =
            List.of(
                    "payments",
                    "splits",
                    "milestones",
                    "payment_links",
                    "refunds",
                    "disputes",
                    "dispute_evidence",
                    "payouts",
                    "accounts",
                    "keys",
                    "instructions",
                    "webhook_endpoints",
                    "balances",
                    "events",
                    "entries",
                    "statements",
                    "statement_lines",
                    "statement_days",
                    "breaks",
                    "approvals",
                    "chargebacks",
                    "days",
                    "day_totals",
                    "settlements");

    private ViewSchema() {}

    /** Brings the schema to this program's version. */
    public static void migrate(ViewDatabase database) {
        Flyway.configure(ViewSchema.class.getClassLoader())
                .dataSource(database.dataSource("clearhold migration"))
                .defaultSchema(ViewDatabase.SCHEMA)
                .createSchemas(true)
                .locations(MIGRATIONS)
                .cleanDisabled(true)
                .load()
                .migrate();
    }

    /** Empties the view within the transaction of the caller: the position is 0 again. */
    public static void empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE " + String.join(", ", TABLES));
            statement.execute(
                    "UPDATE projection_position SET sequence = 0, journal_high = 0, journal_low = 0");
        }
    }
}
