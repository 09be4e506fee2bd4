package io.clearhold.gateway.webhook;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL in a folder of the tests. */
final class TestPostgres implements AutoCloseable {
    private final EmbeddedPostgres server;
    private String name = "postgres";
    private int databases;

    private TestPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts a server, or skips the test where its binaries cannot run. */
    static TestPostgres start(Path folder) {
        try {
            return new TestPostgres(
                    EmbeddedPostgres.builder()
                            .setDataDirectory(folder.resolve("data"))
                            .setServerConfig("unix_socket_directories", "")
                            .start());
        } catch (IOException | IllegalStateException e) {
            return Assumptions.abort("PostgreSQL does not run here: " + e.getMessage());
        }
    }

    void useNewDatabase() throws SQLException {
        String next = "test_" + ++databases;
        execute("CREATE DATABASE " + next);
        name = next;
    }

    DataSource database() {
        return server.getDatabase("postgres", name);
    }

    void execute(String text) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    String text(String query) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
