package io.clearhold.ledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.ledger.projection.database.ViewDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL in a folder of the tests, which can be stopped and started again. */
final class TestPostgres implements AutoCloseable {
    private final Path folder;
    private final int port;
    private @Nullable EmbeddedPostgres server;
    private String name = "postgres";
    private int databases;

    private TestPostgres(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Starts a server, or skips the test where its binaries cannot run. */
    static TestPostgres start(Path folder) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        TestPostgres postgres = new TestPostgres(folder, port);
        try {
            postgres.start();
        } catch (IOException | IllegalStateException e) {
            Assumptions.abort("PostgreSQL does not run here: " + e.getMessage());
        }
        return postgres;
    }

    void start() throws IOException {
        server =
                EmbeddedPostgres.builder()
                        .setPort(port)
                        .setDataDirectory(folder.resolve("data"))
                        .setCleanDataDirectory(false)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("unix_socket_directories", "")
                        .start();
    }

    void stop() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    /** Makes an empty database, which is the one that everything here talks to from now on. */
    void useNewDatabase() throws SQLException {
        String next = "test_" + ++databases;
        execute("CREATE DATABASE " + next);
        name = next;
    }

    ViewDatabase database() {
        return new ViewDatabase("jdbc:postgresql://127.0.0.1:" + port + "/" + name, "postgres", "");
    }

    long number(String query) throws SQLException {
        try (Connection connection = database().connect("test");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).as(query).isTrue();
            return rows.getLong(1);
        }
    }

    String text(String query) throws SQLException {
        try (Connection connection = database().connect("test");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).as(query).isTrue();
            return String.valueOf(rows.getString(1));
        }
    }

    void execute(String statementText) throws SQLException {
        try (Connection connection = database().connect("test");
                Statement statement = connection.createStatement()) {
            statement.execute(statementText);
        }
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
