package io.clearhold.bench.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What a server says of itself under {@code /metrics}. Safe for many threads. */
final class MetricsPage implements AutoCloseable {
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;

    MetricsPage(int port) {
        this.request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                        .timeout(Duration.ofSeconds(30))
                        .build();
    }

    /** All values as they are now, by name with labels. */
    Map<String, Double> read() throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException("/metrics answers " + answer.statusCode());
        }
        Map<String, Double> values = new HashMap<>();
        answer.body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> {
                    int space = line.lastIndexOf(' ');
                    values.put(line.substring(0, space), number(line.substring(space + 1)));
                });
        return values;
    }

    /** One value as it is now. */
    double read(String name) throws IOException, InterruptedException {
        return value(read(), name);
    }

    static double value(Map<String, Double> values, String name) throws IOException {
        Double value = values.get(name);
        if (value == null) {
            throw new IOException("/metrics has no " + name);
        }
        return value;
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    @Override
    public void close() {
        client.close();
    }
}
