package io.clearhold.gateway.webhook;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The schema of deliveries, beside the view's, with a history of its own. */
final class DeliverySchema {
    static final String NAME = "webhooks";

    private static final String MIGRATIONS = "classpath:io/clearhold/gateway/webhook/db/migration";

    private DeliverySchema() {}

    /** Brings the schema to this program's version. */
    static void migrate(DataSource database) {
        Flyway.configure(DeliverySchema.class.getClassLoader())
                .dataSource(database)
                .defaultSchema(NAME)
                .createSchemas(true)
                .locations(MIGRATIONS)
                .cleanDisabled(true)
                .load()
                .migrate();
    }
}
