package io.clearhold.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.port.SandboxStatements.Outcome;
import io.clearhold.gateway.testing.RawClient.Reply;
import io.clearhold.gateway.testing.WithGateway;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankStatementTest extends WithGateway {
    private static final String PATH = "/v1/sandbox/bank/statement";

    @Test
    void shouldHandOnTheDayThatIsAskedFor() throws IOException {
        server.bankStatements = date -> new Outcome.Document(("<" + date + "/>").getBytes(UTF_8));

        Reply reply = read(Role.OPERATOR, PATH + "?channel=sandbox&date=2026-11-21");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-type")).isEqualTo("application/xml");
        assertThat(reply.body()).isEqualTo("<" + Optional.of(LocalDate.of(2026, 11, 21)) + "/>");
    }

    @Test
    void shouldAskForEveryDayWithoutADate() throws IOException {
        server.bankStatements = date -> new Outcome.Document(("" + date).getBytes(UTF_8));

        assertThat(read(Role.OPERATOR, PATH + "?channel=sandbox").body())
                .isEqualTo("Optional.empty");
    }

    @ParameterizedTest
    @CsvSource({
        "'', invalid_field, /channel",
        "?channel=other, invalid_field, /channel",
        "?channel=sandbox&date=today, invalid_field, /date",
        "?channel=sandbox&date=2026-02-30, invalid_field, /date",
        "?channel=sandbox&date=2026-02-01&date=2026-02-02, invalid_field, /date",
        "?channel=sandbox&day=2026-02-01, unknown_field, /day"
    })
    void shouldRefuseAQueryThatItDoesNotUnderstand(String query, String code, String param)
            throws IOException {
        Reply reply = read(Role.OPERATOR, PATH + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(code(reply)).isEqualTo(code);
        assertThat(member(reply, "param")).isEqualTo(param);
    }

    @Test
    void shouldSayWhyTheBankHasNone() throws IOException {
        server.bankStatements = date -> new Outcome.Refused("It is too early.");

        Reply reply = read(Role.OPERATOR, PATH + "?channel=sandbox&date=2999-01-01");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(member(reply, "detail")).isEqualTo("It is too early.");
    }

    @Test
    void shouldAnswer503WhenTheBankIsAway() throws IOException {
        server.bankStatements = date -> new Outcome.Away();

        Reply reply = read(Role.OPERATOR, PATH + "?channel=sandbox");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(code(reply)).isEqualTo("unavailable");
        assertThat(reply.header("retry-after")).isNotEmpty();
    }

    @Test
    void shouldAnswer403WhenThereIsNoSandbox() throws IOException {
        Reply reply = read(Role.OPERATOR, PATH + "?channel=sandbox");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(code(reply)).isEqualTo("sandbox_only");
    }

    @ParameterizedTest
    @CsvSource({"PLATFORM", "ACCOUNT", "AUDITOR"})
    void shouldServeOperatorsOnly(Role role) throws IOException {
        assertThat(code(read(role, PATH + "?channel=sandbox"))).isEqualTo("forbidden");
    }
}
