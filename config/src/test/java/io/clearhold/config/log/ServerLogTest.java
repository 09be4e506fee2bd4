package io.clearhold.config.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.clearhold.config.settings.LogSettings;
import io.clearhold.config.settings.LogSettings.Format;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of a server as it lies on the disk. */
class ServerLogTest {
    private static final Logger LOG = LoggerFactory.getLogger(ServerLogTest.class);
    private static final int FILE_BYTES = 4_096;
    private static final int FILES = 2;

    @TempDir private Path folder;

    /** Other tests log as before. */
    @AfterEach
    void endLog() throws Exception {
        URI usual = ServerLogTest.class.getResource("/log4j2.xml").toURI();
        Configurator.reconfigure(usual);
    }

    @Test
    void shouldWriteOneObjectALineWithEachFieldOfItsOwn() throws Exception {
        start(Format.JSON, 1 << 20);
        LOG.info("a \"quoted\"\nmessage");
        LOG.error("it failed", new IllegalStateException("because", new IOException("of this")));
        endLog();

        List<String> lines = Files.readAllLines(folder.resolve("server.log"));
        assertThat(lines).hasSize(2);
        assertThat(members(lines.getFirst()))
                .containsOnlyKeys("time", "level", "logger", "thread", "message")
                .containsEntry("level", "INFO")
                .containsEntry("logger", ServerLogTest.class.getName())
                .containsEntry("thread", Thread.currentThread().getName())
                .containsEntry("message", "a \"quoted\"\nmessage")
                .hasEntrySatisfying("time", time -> assertThat(time).matches("2.*T.*\\.\\d{3}Z"));
        assertThat(members(lines.getLast()).get("error"))
                .contains("IllegalStateException: because")
                .contains("Caused by: java.io.IOException: of this")
                .contains("at io.clearhold.config.log.ServerLogTest");
    }

    @Test
    void shouldHoldNoSecretInMessagesAndExceptionsOfBothFormats() throws Exception {
        for (Format format : List.of(Format.JSON, Format.TEXT)) {
            start(format, 1 << 20);
            LOG.warn(
                    "refused {}",
                    "sk_0000000000001_abcdefghijklmnopqrstuvwxyz234567",
                    new IllegalStateException(
                            "jdbc:postgresql://db/c?password=hunter2",
                            new IOException("card 4111111111111111 of Bearer abcdef")));
            endLog();
        }
        assertThat(Files.readString(folder.resolve("server.log")))
                .contains("refused sk_***", "password=***", "card *** of Bearer ***")
                .doesNotContain("abcdefghij", "hunter2", "4111111111111111", "Bearer abc");
    }

    @Test
    void shouldKeepAsManyPackedFilesAsItIsToAndNoMore() throws Exception {
        start(Format.JSON, FILE_BYTES);
        int written = 0;
        while (written < 20 * FILE_BYTES) {
            LOG.info("line {} of many", written);
            written += 100;
        }
        endLog();

        List<Path> files = files();
        assertThat(files.stream().map(file -> file.getFileName().toString()))
                .containsExactly("server-1.log.gz", "server-2.log.gz", "server.log");
        for (Path file : files) {
            assertThat(Files.size(file)).isLessThanOrEqualTo(FILE_BYTES + 512L);
        }
        try (BufferedReader packed =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(files.getFirst())),
                                StandardCharsets.UTF_8))) {
            assertThat(packed.lines().toList())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(members(line).get("message")).contains("many"));
        }
    }

    private void start(Format format, long fileBytes) {
        ServerLog.start(folder, "server", new LogSettings("INFO", format, fileBytes, FILES));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Map<String, String> members(String line) throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(line)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    members.put(parser.currentName(), parser.getText());
                }
            }
        }
        return members;
    }
}
