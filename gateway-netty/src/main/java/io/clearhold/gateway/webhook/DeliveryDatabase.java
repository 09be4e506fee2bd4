package io.clearhold.gateway.webhook;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Knows where the database of deliveries is, once it is anywhere. Safe for many threads. */
@FunctionalInterface
public interface DeliveryDatabase {
    /**
     * What gives connections that may write.
     *
     * @throws SQLException while the database is nowhere
     */
    DataSource connections() throws SQLException;
}
