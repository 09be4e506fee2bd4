package io.clearhold.config.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.config.sandbox.SandboxKeys;
import io.clearhold.config.server.ClearholdServer;
import io.clearhold.config.settings.Settings;
import io.clearhold.config.testing.TestSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/operating/metrics.md and what a server shows are the same, in both directions. */
class MetricsDocumentationTest {
    private static final long PATIENCE_SECONDS = 120;
    private static final Pattern NAME = Pattern.compile("`([a-z][a-z0-9_]*\\*?)(?:\\{[a-z,]*})?`");
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) \\S+");

    @TempDir private Path data;
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void shouldShowWhatIsDocumentedAndDocumentWhatIsShown() throws Exception {
        Set<String> documented = documented();
        Settings settings =
                TestSettings.in(
                        data,
                        Map.of("database.enabled", "true", "metrics.size-interval", "100 ms"));
        try (ClearholdServer server = ClearholdServer.start(settings, Map.of(), sentence -> {})) {
            pay(server);
            Set<String> shown = shown(server);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!missing(documented, shown).isEmpty() && System.nanoTime() < deadline) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                shown = shown(server);
            }
            assertThat(missing(documented, shown)).as("documented, but not shown").isEmpty();
            Set<String> undocumented = new TreeSet<>(shown);
            undocumented.removeIf(name -> documented.stream().anyMatch(each -> fits(each, name)));
            assertThat(undocumented).as("shown, but not documented").isEmpty();
        }
    }

    /** Something for the bank to do, so that it is gone to and calls back. */
    private void pay(ClearholdServer server) throws IOException, InterruptedException {
        SandboxKeys keys = server.sandboxKeys().orElseThrow();
        String created =
                post(
                        server,
                        "/v1/payments",
                        "{\"amount\":12900,\"currency\":\"CNY\",\"payee\":\"%s\",\"payer\":\"%s\",\"reference\":\"order-1\",\"mode\":\"escrow\"}"
                                .formatted(keys.merchantAccount(), keys.buyerAccount()));
        Matcher id = Pattern.compile("\"id\":\"(pay_[^\"]*)\"").matcher(created);
        assertThat(id.find()).as(created).isTrue();
        String paid =
                post(
                        server,
                        "/v1/payments/" + id.group(1) + "/pay",
                        "{\"method\":{\"channel\":\"sandbox\",\"token\":\"tok_success\"}}");
        assertThat(paid).contains("\"status\":");
    }

    private String post(ClearholdServer server, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.url() + path))
                        .header(
                                "Authorization",
                                "Bearer " + server.sandboxKeys().orElseThrow().platformKey())
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "key-" + path)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }

    private Set<String> shown(ClearholdServer server) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/metrics")).build();
        Matcher types =
                TYPE.matcher(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        return types.results()
                .map(found -> found.group(1))
                // The longest of each timer has a family of its own.
                .map(name -> name.replaceFirst("_seconds_max$", "_seconds"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names in the first column, and those of the process in its paragraph. */
    private static Set<String> documented() throws IOException {
        String page = Files.readString(Path.of("../docs/operating/metrics.md"));
        Set<String> names = new TreeSet<>();
        String process = page.substring(page.indexOf("## Process"));
        for (String line : page.substring(0, page.indexOf("## Process")).split("\n", -1)) {
            if (line.startsWith("| `")) {
                names.addAll(names(line.substring(0, line.indexOf('|', 1))));
            }
        }
        names.addAll(names(process));
        assertThat(names).hasSizeGreaterThan(50);
        return names;
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> missing(Set<String> documented, Set<String> shown) {
        Set<String> missing = new TreeSet<>(documented);
        missing.removeIf(each -> shown.stream().anyMatch(name -> fits(each, name)));
        return missing;
    }

    private static boolean fits(String documented, String name) {
        return documented.endsWith("*")
                ? name.startsWith(documented.substring(0, documented.length() - 1))
                : documented.equals(name);
    }
}
