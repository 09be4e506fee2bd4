package io.clearhold.config.postgres;

import io.clearhold.ledger.projection.database.ViewDatabase;

/** The server of the view, whoever runs it. */
public sealed interface PostgresServer extends AutoCloseable
        permits EmbeddedPostgres, ExternalPostgres {
    /**
     * The server that the settings mean; one of our own is started.
     *
     * @throws PostgresStartException if it does not start, in one sentence
     */
    static PostgresServer open(PostgresSettings settings) {
        if (!settings.jdbcUrl().isEmpty()) {
            return new ExternalPostgres(
                    new ViewDatabase(settings.jdbcUrl(), settings.user(), settings.password()));
        }
        EmbeddedPostgres server = new EmbeddedPostgres(settings);
        server.start();
        return server;
    }

    ViewDatabase database();

    /** Stops the server if it is our own. */
    @Override
    void close();
}
