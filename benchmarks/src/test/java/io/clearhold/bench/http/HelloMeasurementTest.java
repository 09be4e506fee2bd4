package io.clearhold.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.bench.load.AnswerCheck;
import io.clearhold.bench.load.LoadGenerator;
import io.clearhold.bench.load.LoadResult;
import io.clearhold.bench.load.RequestScript;
import io.clearhold.bench.load.RequestTemplate;
import io.clearhold.bench.measure.Figures;
import io.clearhold.bench.measure.InvalidMeasurementException;
import io.clearhold.bench.measure.Measurement;
import io.clearhold.bench.measure.Workspace;
import io.clearhold.bench.process.ChildJvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short load on the bare server: the counting is checked, the speed is not. */
class HelloMeasurementTest {
    private static final List<String> SMALL = List.of("-Xmx64m");
    private static final int CONNECTIONS = 4;

    @TempDir private Path folder;

    /** Closing checks that the server has counted as many as the generator. */
    @Test
    void shouldMeasureAChildProcess() throws IOException, InterruptedException {
        try (Workspace workspace = Workspace.in(folder);
                Measurement.Session session =
                        new HelloMeasurement(CONNECTIONS, 1, SMALL).open(workspace)) {
            Figures figures = session.round(Duration.ofSeconds(1));
            assertThat(figures.values())
                    .containsOnlyKeys(
                            "answers_per_s",
                            "p50_us",
                            "p99_us",
                            "p999_us",
                            "max_us",
                            "server_cpu_us_per_answer",
                            "generator_cpu_us_per_answer");
            Map<String, Double> values = figures.values();
            assertThat(values.get("p50_us")).isPositive();
            assertThat(values.get("p50_us")).isLessThanOrEqualTo(values.get("max_us"));
            assertThat(session.commands()).hasSize(1);
            assertThat(session.commands().getFirst()).doesNotContain(folder.toString());
        }
    }

    @Test
    void shouldCountEveryAnswerAndKeepTheRate() throws IOException {
        try (ChildJvm server = hello();
                LoadGenerator generator = generator(server, 200)) {
            LoadResult closed = generator.runClosedLoop(Duration.ofMillis(300));
            assertThat(closed.answered()).isEqualTo(closed.sent()).isPositive();
            assertThat(closed.sent() - closed.answeredInTime()).isBetween(0L, (long) CONNECTIONS);
            assertThat(closed.latencyNs().getTotalCount()).isEqualTo(closed.sent());
            assertThat(closed.unexpected()).isZero();

            LoadResult open = generator.runOpenLoop(Duration.ofMillis(500), 400);
            assertThat(open.sent()).isEqualTo(200);
            assertThat(open.answered()).isEqualTo(200);
            assertThat(open.elapsedNs()).isGreaterThanOrEqualTo(490_000_000L);
            assertThat(generator.nextNumber()).isEqualTo(closed.sent() + 200);
        }
    }

    @Test
    void shouldRefuseFiguresOfWrongAnswers() throws IOException {
        try (ChildJvm server = hello();
                LoadGenerator generator = generator(server, 201)) {
            LoadResult result = generator.runClosedLoop(Duration.ofMillis(100));
            assertThat(result.unexpected()).isEqualTo(result.answered()).isPositive();
            assertThatThrownBy(() -> LoadFigures.of(result, Duration.ZERO))
                    .isInstanceOf(InvalidMeasurementException.class)
                    .hasMessageContaining("200 {\"message\":\"Hello, World!\"}");
        }
    }

    private ChildJvm hello() throws IOException {
        return ChildJvm.start(
                HelloServer.class.getName(), SMALL, List.of("1"), folder.resolve("hello.log"));
    }

    private static LoadGenerator generator(ChildJvm server, int expectedStatus) throws IOException {
        String line = server.output().readLine();
        int port = Integer.parseInt(line.substring(HelloServer.LISTENING.length()));
        return new LoadGenerator(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                RequestScript.of(
                        RequestTemplate.of("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                        AnswerCheck.ofStatus(expectedStatus)),
                CONNECTIONS,
                0);
    }
}
