package io.clearhold.config.postgres;

import io.clearhold.ledger.projection.database.ViewDatabase;

/** A server that somebody else runs: whether it is there shows when it is asked. */
record ExternalPostgres(ViewDatabase database) implements PostgresServer {
    @Override
    public void close() {
        // Not ours to stop.
    }
}
