package io.clearhold.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.port.Ledger;
import io.clearhold.gateway.testing.RawClient.Reply;
import io.clearhold.gateway.testing.TestGateway;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ConsoleLoginTest extends WithConsole {
    @Test
    void shouldLeadWhoIsNotInToTheLogin() throws IOException {
        Reply reply = client.call("GET", "/console/payments?status=held", null);
        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("location"))
                .isEqualTo("/console/login?next=%2Fconsole%2Fpayments%3Fstatus%3Dheld");
        assertThat(client.call("GET", reply.header("location"), null).body())
                .contains("name=\"next\" value=\"/console/payments?status=held\"");
    }

    @Test
    void shouldLetStaffAndAuditorsIn() throws IOException {
        for (Role role : new Role[] {Role.OPERATOR, Role.AUDITOR}) {
            Reply reply = login(role, "next=%2Fconsole%2Fdays");
            assertThat(reply.status()).isEqualTo(303);
            assertThat(reply.header("location")).isEqualTo("/console/days");
            assertThat(page("/console", cookie(reply)).status()).isEqualTo(200);
        }
    }

    @Test
    void shouldSetACookieThatNoScriptAndNoOtherSiteGets() throws IOException {
        String cookie = login(Role.OPERATOR, "").header("set-cookie");
        assertThat(cookie)
                .matches(
                        "clearhold_console=[A-Za-z0-9_-]{43}; Path=/console; HttpOnly;"
                                + " SameSite=Strict")
                .doesNotContain(secret(Role.OPERATOR).substring(3));
        assertThat(login(Role.OPERATOR, "", "X-Forwarded-Proto: https").header("set-cookie"))
                .endsWith("; SameSite=Strict; Secure");
    }

    @Test
    void shouldShowTheFormAgainForWhateverIsNoKeyOfStaff() throws IOException {
        String right = secret(Role.OPERATOR);
        String[] wrong = {
            "",
            "x",
            right + "0",
            right.substring(0, 20) + "00000000000000000000000000000000",
            secret(Role.PLATFORM),
            secret(Role.ACCOUNT)
        };
        String form = "";
        for (String secret : wrong) {
            Reply reply = post("/console/login", "key=" + secret);
            assertThat(reply.status()).as(secret).isEqualTo(401);
            assertThat(reply.headers()).doesNotContainKey("set-cookie");
            assertThat(reply.body()).contains("role=\"alert\"");
            assertThat(form.isEmpty() || form.equals(reply.body())).isTrue();
            form = reply.body();
        }
        server.ledger.revoke(TestGateway.OPERATOR_KEY);
        assertThat(login(Role.OPERATOR, "").status()).isEqualTo(401);
    }

    @Test
    void shouldLeadNowhereButIntoTheConsole() throws IOException {
        for (String next :
                new String[] {
                    "https://elsewhere.example/console",
                    "//elsewhere.example",
                    "/console/../v1/payments",
                    "/console%0d%0aSet-Cookie:x",
                    "/console/logout"
                }) {
            assertThat(login(Role.OPERATOR, "next=" + next).header("location"))
                    .as(next)
                    .isEqualTo("/console");
        }
    }

    @Test
    void shouldRefuseFormsOfOtherSites() throws IOException {
        String[] foreign = {
            "Sec-Fetch-Site: cross-site",
            "Sec-Fetch-Site: same-site",
            "Sec-Fetch-Site: none",
            "Origin: https://elsewhere.example",
            "Origin: null"
        };
        String cookie = cookie(login(Role.OPERATOR, ""));
        for (String header : foreign) {
            assertThat(login(Role.OPERATOR, "", header).status()).as(header).isEqualTo(403);
            assertThat(post("/console/logout", "", header, cookie).status())
                    .as(header)
                    .isEqualTo(403);
        }
        assertThat(page("/console", cookie).status()).isEqualTo(200);
        for (String header :
                new String[] {"Sec-Fetch-Site: same-origin", "Origin: http://localhost"}) {
            assertThat(login(Role.OPERATOR, "", header).status()).as(header).isEqualTo(303);
        }
    }

    @Test
    void shouldEndTheSessionAtLogout() throws IOException {
        String cookie = cookie(login(Role.OPERATOR, ""));
        Reply reply = post("/console/logout", "", cookie);
        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("set-cookie")).startsWith("clearhold_console=; Max-Age=0;");
        assertThat(page("/console", cookie).status()).isEqualTo(303);
    }

    @Test
    void shouldEndTheSessionsOfARevokedKey() throws IOException {
        String cookie = cookie(login(Role.OPERATOR, ""));
        assertThat(page("/console", cookie).status()).isEqualTo(200);
        server.ledger.revoke(TestGateway.OPERATOR_KEY);
        server.gateway.keys().invalidate(TestGateway.OPERATOR_KEY);
        assertThat(page("/console", cookie).status()).isEqualTo(303);
    }

    @Test
    void shouldSayThatTheLedgerIsAwayToWhomItCannotCheck() throws IOException {
        String cookie = cookie(login(Role.OPERATOR, ""));
        server.gateway.keys().invalidate(TestGateway.OPERATOR_KEY);
        server.ledger.refuseOffers(Ledger.Offer.STOPPED);
        assertThat(page("/console", cookie).status()).isEqualTo(503);
        assertThat(login(Role.OPERATOR, "").status()).isEqualTo(503);
    }

    @Test
    void shouldCountLoginsAndSessions() throws IOException {
        login(Role.OPERATOR, "");
        post("/console/login", "key=wrong");
        assertThat(client.call("GET", "/metrics", null).body())
                .contains("clearhold_console_logins_total{outcome=\"granted\"} 1.0")
                .contains("clearhold_console_logins_total{outcome=\"refused\"} 1.0")
                .contains("clearhold_console_sessions 1.0");
    }
}
