package io.clearhold.ledger.projection.database;

import java.sql.SQLException;

/** Knows where the view's database is, once it is anywhere. Never blocks. */
public interface ViewSource {
    /**
     * Where the database is.
     *
     * @throws SQLException while it is nowhere, with why in its message
     */
    ViewDatabase database() throws SQLException;
}
