package io.clearhold.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.result.ResultCode;
import io.clearhold.gateway.operation.Operation;
import io.clearhold.gateway.operation.Route;
import io.clearhold.gateway.page.OpenApi;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.testing.TestGateway;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds the running server, {@code openapi.yaml} and the reference together. */
@SuppressWarnings("unchecked")
class ContractTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final Map<String, Object> document = OpenApi.document();
    private TestGateway server;

    @BeforeEach
    void start() throws InterruptedException {
        server = new TestGateway();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldPublishEveryRouteAndNoOther() {
        Set<String> served = new TreeSet<>();
        for (Route route : server.gateway.routes()) {
            served.add(route.method() + " " + route.pattern() + " " + route.name());
        }
        Set<String> published = new TreeSet<>();
        operations()
                .forEach((place, operation) ->
                        published.add(place + " " + operation.get("operationId")));
        assertThat(published).isEqualTo(served);
    }

    @Test
    void shouldPublishTheFieldsOfEveryBody() {
        for (Route route : server.gateway.routes()) {
            if (route.body() instanceof Route.Body.Json(var fields)) {
                Map<String, Object> schema = bodySchema(route);
                Map<String, Object> properties =
                        (Map<String, Object>) schema.getOrDefault("properties", Map.of());
                List<String> required = (List<String>) schema.getOrDefault("required", List.of());
                assertThat(properties.keySet())
                        .as(route.name())
                        .containsExactlyInAnyOrderElementsOf(fields.names());
                assertThat(required)
                        .as(route.name())
                        .containsExactlyInAnyOrderElementsOf(fields.requiredNames());
                assertThat(schema.get("additionalProperties")).as(route.name()).isEqualTo(false);
            }
        }
    }

    @Test
    void shouldPublishWhoMayCall() {
        for (Route route : server.gateway.routes()) {
            Object security = operation(route).get("security");
            boolean secret =
                    route.roles().contains(Role.CLIENT_SECRET)
                            || route.roles().contains(Role.PAYER_SECRET)
                            || route.roles().contains(Role.LINK_SECRET);
            if (route.open()) {
                assertThat(security).as(route.name()).isEqualTo(List.of());
            } else if (secret) {
                assertThat(String.valueOf(security)).as(route.name()).contains("paymentSecret");
            } else {
                assertThat(security).as(route.name()).isNull();
            }
        }
    }

    @Test
    void shouldPublishWhereAnIdempotencyKeyIsRequired() {
        for (Route route : server.gateway.routes()) {
            String parameters = String.valueOf(operation(route).get("parameters"));
            assertThat(parameters.contains("parameters/IdempotencyKey"))
                    .as(route.name())
                    .isEqualTo(route.idempotencyRequired());
        }
    }

    @Test
    void shouldPublishTheParametersOfEveryList() {
        for (Route route : server.gateway.routes()) {
            if (route.operation() instanceof Operation.Slow slow && slow.fields().isPresent()) {
                List<String> published = new ArrayList<>();
                List<Map<String, Object>> parameters =
                        (List<Map<String, Object>>)
                                operation(route).getOrDefault("parameters", List.of());
                for (Map<String, Object> parameter : parameters) {
                    Map<String, Object> found = resolve(parameter);
                    if ("query".equals(found.get("in"))) {
                        published.add(String.valueOf(found.get("name")));
                    }
                }
                assertThat(published)
                        .as(route.name())
                        .containsExactlyInAnyOrderElementsOf(slow.fields().get().names());
            }
        }
    }

    @Test
    void shouldPublishEveryMemberOfEveryObject() throws IOException {
        for (String name :
                new String[] {
                    "payment_created",
                    "payment_shipped",
                    "account",
                    "key",
                    "refund",
                    "payout",
                    "story",
                    "trial_balance",
                    "webhook_endpoint"
                }) {
            String json = golden(name);
            Map<String, Object> example = new org.yaml.snakeyaml.Yaml().load(json);
            String schemaName =
                    switch (name) {
                        case "story" -> "Story";
                        case "trial_balance" -> "TrialBalance";
                        case "webhook_endpoint" -> "WebhookEndpoint";
                        default -> capital(String.valueOf(example.get("object")));
                    };
            Map<String, Object> schema =
                    resolve(Map.of("$ref", "#/components/schemas/" + schemaName));
            Map<String, Object> properties = map(schema, "properties");
            Set<String> published = new TreeSet<>(properties.keySet());
            if (!example.containsKey("payer_secret")) {
                published.remove("payer_secret");
            }
            assertThat(example.keySet()).as(name).containsExactlyInAnyOrderElementsOf(published);
        }
    }

    @Test
    void shouldListEveryCodeInTheReference() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        for (ProblemCode code : ProblemCode.values()) {
            expected.put(code.code(), Integer.toString(code.httpStatus()));
        }
        for (ResultCode code : ResultCode.values()) {
            if (code != ResultCode.OK) {
                expected.put(code.code(), Integer.toString(code.httpStatus()));
            }
        }
        Map<String, String> listed = new TreeMap<>();
        Pattern row = Pattern.compile("^\\| `([a-z_]+)` \\| (\\d+) \\|", Pattern.MULTILINE);
        String page = Files.readString(Path.of("..", "docs", "reference", "errors.md"));
        Matcher rows = row.matcher(page);
        while (rows.find()) {
            assertThat(listed.put(rows.group(1), rows.group(2))).as(rows.group(1)).isNull();
        }
        assertThat(listed).isEqualTo(expected);
    }

    private Map<String, Map<String, Object>> operations() {
        Map<String, Map<String, Object>> operations = new TreeMap<>();
        map(document, "paths")
                .forEach((path, item) ->
                        ((Map<String, Object>) item)
                                .forEach((method, operation) -> {
                                    if (METHODS.contains(method)) {
                                        operations.put(
                                                method.toUpperCase(Locale.ROOT) + " " + path,
                                                (Map<String, Object>) operation);
                                    }
                                }));
        return operations;
    }

    private Map<String, Object> operation(Route route) {
        Map<String, Object> found = operations().get(route.method() + " " + route.pattern());
        if (found == null) {
            throw new AssertionError(route.name() + " is not published");
        }
        return found;
    }

    private Map<String, Object> bodySchema(Route route) {
        Map<String, Object> body = resolve(map(operation(route), "requestBody"));
        Map<String, Object> content = map(body, "content");
        Map<String, Object> json = map(content, "application/json");
        return resolve(map(json, "schema"));
    }

    private Map<String, Object> resolve(Map<String, Object> node) {
        String reference = (String) node.get("$ref");
        if (reference == null) {
            return node;
        }
        Map<String, Object> found = document;
        for (String step : reference.substring(2).split("/", -1)) {
            found = map(found, step);
        }
        return resolve(found);
    }

    private static Map<String, Object> map(Map<String, Object> parent, String name) {
        if (parent.get(name) instanceof Map<?, ?> found) {
            return (Map<String, Object>) found;
        }
        throw new AssertionError("no " + name + " in " + parent.keySet());
    }

    private static String golden(String name) throws IOException {
        try (InputStream file =
                ContractTest.class.getResourceAsStream("/golden/" + name + ".json")) {
            return file == null ? "{}" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
