package io.clearhold.bench.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Accounts created before a measurement, in batches, to be payees. */
final class Merchants {
    private static final int BATCH = 500;
    private static final Pattern ID = Pattern.compile("\"body\":\\{\"id\":\"(acc_[^\"]+)\"");

    private Merchants() {}

    /** The ids of {@code count} new ones, after that of the sandbox's own merchant. */
    static List<String> create(ServerUnderTest server, int count)
            throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        ids.add(server.keys().merchant());
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (ids.size() < count) {
                String answer = send(client, server, Math.min(BATCH, count - ids.size()), ids);
                Matcher found = ID.matcher(answer);
                int before = ids.size();
                while (found.find()) {
                    ids.add(found.group(1));
                }
                if (ids.size() == before) {
                    throw new IOException("no account was created: " + answer);
                }
            }
        }
        return ids;
    }

    private static String send(
            HttpClient client, ServerUnderTest server, int count, List<String> sofar)
            throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder("{\"operations\":[");
        for (int i = 0; i < count; i++) {
            int number = sofar.size() + i;
            body.append(i == 0 ? "" : ",")
                    .append("{\"idempotency_key\":\"merchant-")
                    .append(number)
                    .append("\",\"method\":\"POST\",\"path\":\"/v1/accounts\",")
                    .append("\"body\":{\"type\":\"merchant\",\"name\":\"Merchant ")
                    .append(number)
                    .append("\"}}");
        }
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:"
                                                + server.address().getPort()
                                                + "/v1/batch"))
                        .header("Authorization", "Bearer " + server.keys().platformKey())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.append("]}").toString()))
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
