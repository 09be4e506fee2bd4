package io.clearhold.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.port.Ledger;
import io.clearhold.gateway.json.JsonSyntax;
import io.clearhold.gateway.testing.RawClient.Reply;
import io.clearhold.gateway.testing.WithGateway;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PagesTest extends WithGateway {
    @Test
    void shouldBeReadyAlsoWhenATailerIsInTrouble() throws IOException {
        server.trouble = "The bank is away.";
        Reply reply = client.call("GET", "/readyz", null);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .isEqualTo(
                        "{\"status\":\"ready\",\"parts\":{\"start_up\":{\"status\":\"ready\"},"
                                + "\"ledger\":{\"status\":\"ready\"},\"bank_dispatch\":"
                                + "{\"status\":\"degraded\",\"detail\":\"The bank is away.\"}}}");
    }

    @Test
    void shouldNotBeReadyWhenTheLedgerFailed() throws IOException {
        server.ledger.health(Ledger.Health.FAILED);
        Reply reply = client.call("GET", "/readyz", null);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.body()).contains("\"status\":\"not_ready\"");
    }

    @Test
    void shouldTellItsVersion() throws IOException {
        assertThat(client.call("GET", "/version", null).body())
                .isEqualTo("{\"version\":\"0.1.0\",\"revision\":\"abc\"}");
    }

    @Test
    void shouldCountRequestsByOperationAndStatus() throws IOException {
        client.call("GET", "/healthz", null);
        client.call("GET", "/v1/nothing", null);
        String metrics = client.call("GET", "/metrics", null).body();
        assertThat(metrics)
                .contains(
                        "clearhold_http_requests_seconds_count{operation=\"healthz\",status=\"200\"} 1")
                .contains(
                        "clearhold_http_requests_seconds_count{operation=\"unknown\",status=\"401\"} 1")
                .contains("clearhold_ring_full_total 0.0")
                .contains("clearhold_http_connections 1.0");
    }

    @Test
    void shouldServeTheContractAsJson() throws IOException {
        byte[] json =
                client.call("GET", "/openapi.json", null).body().getBytes(StandardCharsets.UTF_8);
        assertThat(JsonSyntax.fault(json, json.length)).isNull();
    }

    @Test
    void shouldServeItsPagesFromTheJarAlone() throws IOException {
        Reply page = client.call("GET", "/docs", null);
        assertThat(page.body()).doesNotContain("http://", "https://");
        assertThat(page.header("content-security-policy")).startsWith("default-src 'none'");
        for (String asset :
                new String[] {
                    "swagger-ui.css", "swagger-ui-bundle.js", "docs.js", "favicon-32x32.png"
                }) {
            assertThat(client.call("GET", "/docs/" + asset, null).status())
                    .as(asset)
                    .isEqualTo(200);
        }
        assertThat(client.call("GET", "/docs/errors", null).body()).contains("id=\"not_found\"");
        assertThat(client.call("GET", "/docs/../version", null).status()).isEqualTo(404);
    }

    @Test
    void shouldHandACallbackToItsChannel() throws IOException {
        Reply reply =
                client.call(
                        "POST",
                        "/callbacks/sandbox?x=1",
                        "<xml/>",
                        "X-Sign: s",
                        "Content-Type: text/xml");
        assertThat(reply.body()).isEqualTo("sandbox:s:6");
    }
}
