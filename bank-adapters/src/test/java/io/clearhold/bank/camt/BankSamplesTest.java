package io.clearhold.bank.camt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearhold.bank.format.StatementFiles;
import io.clearhold.bank.statement.EntryTotals;
import io.clearhold.bank.statement.ReadOutcome;
import io.clearhold.bank.statement.StatementEnd;
import io.clearhold.bank.statement.StatementLimits;
import io.clearhold.bank.support.Readings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that banks and other projects have published, held against a table of ours. They are not
 * part of the project: where the folder is missing, nothing is tested here.
 */
class BankSamplesTest {
    private final StatementFiles files = new StatementFiles(StatementLimits.DEFAULT);

    static List<String> rows() throws IOException {
        try (InputStream table =
                Objects.requireNonNull(
                        BankSamplesTest.class.getResourceAsStream("/camt/samples.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shouldReadTheSampleAsTheTableHasIt(String row) throws IOException {
        String name = row.substring(0, row.indexOf('|')).strip();
        Path file = folder().resolve(name);
        assumeTrue(Files.exists(file), "the sample is not there: " + file);

        assertThat(read(name, file)).isEqualTo(row.replaceAll(" +", " "));
    }

    @Test
    void shouldHaveARowForEverySample() throws IOException {
        List<String> named = rows().stream().map(row -> row.split(" ", 2)[0]).toList();
        for (String kind : List.of("camt.052", "camt.053", "camt.054")) {
            Path folder = folder().resolve(kind);
            assumeTrue(Files.isDirectory(folder), "the samples are not there: " + folder);
            try (Stream<Path> paths = Files.list(folder)) {
                assertThat(named)
                        .containsAll(paths.map(path -> kind + "/" + path.getFileName()).toList());
            }
        }
    }

    /** Beside the project, or beside the folder that holds its working copies. */
    private static Path folder() {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path folder = up.resolve("shared").resolve("samples");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return Path.of("..", "..", "shared", "samples");
    }

    private String read(String name, Path file) throws IOException {
        Readings readings = new Readings();
        return switch (files.read(file, Optional.empty(), readings)) {
            case ReadOutcome.Refused refused ->
                    name + " | refused " + refused.why().code().code() + " " + refused.why().line();
            case ReadOutcome.Read read ->
                    name
                            + " | v"
                            + read.totals().head().version()
                            + " | "
                            + readings.ends.stream()
                                    .map(end -> statement(end, readings))
                                    .collect(Collectors.joining("; "))
                            + " |"
                            + findings(readings);
        };
    }

    private static String statement(StatementEnd end, Readings readings) {
        EntryTotals totals = end.totals();
        var head = readings.heads.get(end.ordinal() - 1);
        return head.currency()
                + " "
                + head.opening().map(balance -> "" + balance.signedMinor()).orElse("?")
                + " +"
                + totals.creditMinor()
                + " -"
                + totals.debitMinor()
                + " = "
                + end.closing().map(balance -> "" + balance.signedMinor()).orElse("?")
                + " ("
                + totals.booked()
                + " booked, "
                + totals.notBooked()
                + " not, "
                + totals.quarantined()
                + " quarantined"
                + (end.complete() ? ", complete)" : ")");
    }

    private static String findings(Readings readings) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        readings.codes().forEach(code -> counts.merge(code, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> " " + entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining());
    }
}
