package io.clearhold.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.codec.CreatePaymentDecoder;
import io.clearhold.core.codec.GetObjectDecoder;
import io.clearhold.core.codec.GetSafeguardingDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.PaymentHeldEncoder;
import io.clearhold.core.codec.SafeguardingResultEncoder;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.result.ResultCode;
import io.clearhold.gateway.testing.RawClient.Reply;
import io.clearhold.gateway.testing.Results;
import io.clearhold.gateway.testing.Rows;
import java.io.IOException;
import org.agrona.ExpandableArrayBuffer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class ConsolePagesTest extends WithConsole {
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String SHOWN = "&lt;script&gt;alert(1)&lt;/script&gt;";
    private static final String ID = "pay_0200000000g00";

    private String cookie;

    @BeforeEach
    void enter() throws IOException {
        server.ledger.on(
                GetSafeguardingDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> safeguarding(sequence));
        cookie = cookie(login(Role.AUDITOR, ""));
    }

    @Test
    void shouldForbidScriptsAndFramesAndKeepNothing() throws IOException {
        Reply page = page("/console", cookie);
        assertThat(page.header("content-security-policy"))
                .isEqualTo(
                        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
                                + " form-action 'self'; frame-ancestors 'none'");
        assertThat(page.header("cache-control")).isEqualTo("no-store");
        assertThat(page.header("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.body()).doesNotContain("<script", "style=", "http://", "https://");
        assertThat(client.call("GET", "/console/console.css", null).status()).isEqualTo(200);
    }

    @Test
    void shouldShowAnAttackersTextAsText() throws IOException {
        server.ledger.on(
                CreatePaymentDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.payment(1, payment -> {}));
        String body =
                PAYMENT.substring(0, PAYMENT.length() - 1)
                        + ",\"description\":\""
                        + SCRIPT
                        + "\",\"metadata\":{\""
                        + SCRIPT
                        + "\":\"\\\"><img src=x onerror=alert(1)>\"}}";
        server.ledger.nextEvent(held());
        assertThat(write(Role.PLATFORM, "POST", "/v1/payments", body).status()).isEqualTo(201);
        payment(1);

        Reply page = page("/console/payments/" + ID, cookie);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("<dt>description</dt><dd>" + SHOWN + "</dd>")
                .contains("<dt>" + SHOWN + "</dt><dd>&quot;&gt;&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<script", "<img");
    }

    @Test
    void shouldShowAnAttackersTextInListsSearchesAndForms() throws IOException {
        server.views.payments.add(Rows.payment(7, "\"reference\":\"" + SCRIPT + "\"", ""));
        server.views.accounts.add(Rows.account("\"name\":\"" + SCRIPT + "\""));
        for (String path :
                new String[] {
                    "/console/payments",
                    "/console/accounts",
                    "/console/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
                    "/console/payments?reference=%3Cscript%3Ealert(1)%3C/script%3E",
                    "/console/payments/%3Cscript%3Ealert(1)",
                    "/console/days/<script>alert(1)<"
                }) {
            Reply page = page(path, cookie);
            assertThat(page.status()).as(path).isLessThan(500);
            assertThat(page.body()).as(path).doesNotContain("<script");
        }
        assertThat(page("/console/payments", cookie).body()).contains(SHOWN);
    }

    @Test
    void shouldShowWhereTheMoneyOfAPaymentIsAndItsStory() throws IOException {
        server.ledger.on(
                CreatePaymentDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.payment(1, payment -> {}));
        server.ledger.nextEvent(held());
        write(Role.PLATFORM, "POST", "/v1/payments", PAYMENT);
        payment(1);

        String page = page("/console/payments/" + ID, cookie).body();

        assertThat(page)
                .contains("129.00 CNY</span> collected</strong> = ")
                .contains("129.00 CNY</span> held + <span class=\"money\">0.00 CNY</span> released")
                .contains("<code>payment.held</code>")
                .contains("<td class=\"\">in_transit:sandbox</td>")
                .contains("escrow:<a href=\"/console/payments/" + ID + "\">" + ID + "</a>")
                .contains("2026-11-21 08:00:00.123 UTC</time>")
                .doesNotContain("client secret");
    }

    @Test
    void shouldGoOnWithoutPostgresWhereTheLedgerKnows() throws IOException {
        server.ledger.on(
                CreatePaymentDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.payment(1, payment -> {}));
        server.ledger.nextEvent(held());
        write(Role.PLATFORM, "POST", "/v1/payments", PAYMENT);
        payment(1);
        server.views.away = true;

        Reply list = page("/console/payments", cookie);
        assertThat(list.status()).isEqualTo(503);
        assertThat(list.body()).contains("PostgreSQL, which does not answer at present");
        Reply payment = page("/console/payments/" + ID, cookie);
        assertThat(payment.status()).isEqualTo(200);
        assertThat(payment.body()).contains("<code>payment.held</code>");
        assertThat(page("/console", cookie).status()).isEqualTo(200);
    }

    @Test
    void shouldShowTheOverviewOfAFailedLedger() throws IOException {
        assertThat(page("/console", cookie).body())
                .contains("Headroom")
                .contains("2.50 CNY")
                .contains("/console/days/2026-11-21");
        server.ledger.health(Ledger.Health.FAILED);
        server.ledger.refuseOffers(Ledger.Offer.STOPPED);
        Reply page = page("/console", cookie);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("A sync or append failed").contains("class=\"away\"");
    }

    @Test
    void shouldLeadFromAnIdToItsPage() throws IOException {
        assertThat(page("/console/search?q=" + ID, cookie).header("location"))
                .isEqualTo("/console/payments/" + ID);
        assertThat(page("/console/search?q=++acc_0200000000800+", cookie).header("location"))
                .isEqualTo("/console/accounts/acc_0200000000800");
        Reply unknown = page("/console/search?q=ins_0200000000g00", cookie);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body()).contains("Nothing was found for");
    }

    @Test
    void shouldLeadFromAReferenceOrNameToTheOneHit() throws IOException {
        server.views.accounts.add(Rows.account("\"name\":\"Tea House\""));
        assertThat(page("/console/search?q=tea", cookie).header("location"))
                .isEqualTo("/console/accounts/acc_0200000000800");
        server.views.payments.add(Rows.payment(7, "\"reference\":\"tea\"", ""));
        assertThat(page("/console/search?q=tea", cookie).body())
                .contains(ID)
                .contains("acc_0200000000800");
    }

    @Test
    void shouldTurnPagesWithTheContractsCursors() throws IOException {
        server.views.payments.add(Rows.payment(7, "", ""));
        server.views.hasMore = true;
        assertThat(page("/console/payments?status=held", cookie).body())
                .contains("href=\"/console/payments?status=held&amp;starting_after=" + ID + "\"")
                .doesNotContain("ending_before");
        assertThat(page("/console/payments?starting_after=" + ID, cookie).body())
                .contains("href=\"/console/payments?ending_before=" + ID + "\"")
                .contains("href=\"/console/payments?starting_after=" + ID + "\"");
    }

    @Test
    void shouldSayWhatIsWrongWithAFilter() throws IOException {
        Reply page = page("/console/payments?payee=nobody", cookie);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("It must be an id of the form acc_….");
    }

    @Test
    void shouldHaveAPageForWhateverItLinksTo() throws IOException {
        server.ledger.on(
                GetObjectDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.refusal(ResultCode.NOT_FOUND, 0, 0));
        for (String path :
                new String[] {
                    "payments/" + ID,
                    "refunds/rfd_0200000000g00",
                    "payouts/pyt_0200000000g00",
                    "accounts/acc_0200000000g00",
                    "keys/key_0200000000g00",
                    "events/evt_0200000000g00",
                    "breaks/brk_0200000000g00",
                    "statements/stm_0200000000g00",
                    "settlements/stl_0200000000g00",
                    "days/2001-01-01"
                }) {
            Reply page = page("/console/" + path, cookie);
            assertThat(page.status()).as(path).isEqualTo(404);
            assertThat(page.body()).as(path).contains("There is no such thing in this ledger.");
        }
        for (String path :
                new String[] {
                    "payments",
                    "refunds",
                    "payouts",
                    "accounts",
                    "breaks",
                    "statements",
                    "days",
                    "settlements",
                    "search"
                }) {
            assertThat(page("/console/" + path, cookie).status()).as(path).isEqualTo(200);
        }
    }

    private void payment(long sequence) {
        server.ledger.on(
                GetObjectDecoder.TEMPLATE_ID,
                (message, offset, frame) ->
                        Results.payment(
                                1,
                                payment ->
                                        payment.sequence(sequence)
                                                .amountCollected(12_900)
                                                .amountHeld(12_900)));
    }

    private static byte[] held() {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        PaymentHeldEncoder event =
                new PaymentHeldEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        event.chain().payment(Results.PAYMENT).previous(0);
        event.attempt(1)
                .amount(12_900)
                .currency(Results.CNY)
                .channel((short) 1)
                .wallet(0)
                .fee(60)
                .shipByMs(0)
                .sharesCount(0);
        return Results.bytes(buffer, event.encodedLength());
    }

    private static byte[] safeguarding(long sequence) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        SafeguardingResultEncoder result =
                new SafeguardingResultEncoder()
                        .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        result.sequence(sequence).openDay(20_778);
        result.currenciesCount(1)
                .next()
                .currency(Results.CNY)
                .headroom(250)
                .openCredit(0)
                .openDebit(0);
        result.totalsCount(2)
                .next()
                .currency(Results.CNY)
                .kind((short) 2)
                .debits(250)
                .credits(0)
                .next()
                .currency(Results.CNY)
                .kind((short) 10)
                .debits(0)
                .credits(250);
        return Results.bytes(buffer, result.encodedLength());
    }
}
