package io.clearhold.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.codec.AdvanceClockDecoder;
import io.clearhold.core.codec.CancelPaymentDecoder;
import io.clearhold.core.codec.ClockResultEncoder;
import io.clearhold.core.codec.CreateAccountDecoder;
import io.clearhold.core.codec.CreateKeyDecoder;
import io.clearhold.core.codec.CreatePaymentDecoder;
import io.clearhold.core.codec.CreatePayoutDecoder;
import io.clearhold.core.codec.GetObjectDecoder;
import io.clearhold.core.codec.GetTrialBalanceDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.PaymentResultEncoder;
import io.clearhold.core.codec.RefundPaymentDecoder;
import io.clearhold.core.codec.SetPricingDecoder;
import io.clearhold.core.codec.ShipPaymentDecoder;
import io.clearhold.core.codec.TrialBalanceResultEncoder;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.MethodKind;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.gateway.testing.Golden;
import io.clearhold.gateway.testing.RawClient.Reply;
import io.clearhold.gateway.testing.Results;
import io.clearhold.gateway.testing.WithGateway;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** What goes into the ring and what comes out as an object; the bytes are in golden files. */
class ObjectsTest extends WithGateway {
    private static final String BANK_ACCOUNT =
            "{\"holder\":\"Li\",\"number\":\"6222 0212 3456 7890\",\"bank\":\"ICBC\",\"scheme\":\"cnaps\"}";
    private static final String PATH = "/v1/payments/pay_0200000000g00";

    @Test
    void shouldEncodeEveryTermOfAPayment() throws IOException {
        onPayment(payment -> payment.showClientSecret((short) 1));
        write(
                Role.PLATFORM,
                "POST",
                "/v1/payments",
                """
                {"mode":"direct","reference":"r","payee":"acc_0200000000800","currency":"CNY","amount":12900,
                 "payer":"acc_0200000000c00","description":"d","metadata":{"k":"v","é":""},
                 "return_url":"https://shop.example/back?a=1","pay_by":"2026-11-21T09:00:00+08:00",
                 "ship_by":"2026-12-01T00:00:00Z","auto_refund":true,"auto_confirm_after":3600,
                 "fee":{"bps":60,"min":1,"max":500},
                 "splits":[{"account":"acc_0200000000c00","amount":100},{"bps":250,"account":"acc_0200000000c00"}],
                 "method":{"channel":"sandbox","token":"tok_success"},
                 "milestones":[{"name":"Design \\"a\\"","amount":3000},{"amount":9900,"name":"建造"}]}\
                """);
        CreatePaymentDecoder command = lastCommand();
        assertThat(command.amount()).isEqualTo(12_900);
        assertThat(command.currency()).isEqualTo(Results.CNY);
        assertThat(command.payee()).isEqualTo(Results.MERCHANT);
        assertThat(command.payer()).isEqualTo(Results.BUYER);
        assertThat(command.mode()).isEqualTo((short) 2);
        assertThat(command.payByMs()).isEqualTo(1_795_222_800_000L);
        assertThat(command.shipByMs()).isEqualTo(1_796_083_200_000L);
        assertThat(command.autoRefund()).isEqualTo((short) 1);
        assertThat(command.autoConfirmAfterSeconds()).isEqualTo(3600);
        assertThat(command.feeKind()).isEqualTo((short) ShareKind.BPS.code());
        assertThat(command.feeValue()).isEqualTo(60);
        assertThat(command.feeMin()).isEqualTo(1);
        assertThat(command.feeMax()).isEqualTo(500);
        assertThat(command.methodKind()).isEqualTo((short) MethodKind.CHANNEL.code());
        assertThat(command.channel()).isEqualTo((short) 1);
        assertThat(command.wallet()).isZero();
        CreatePaymentDecoder.SplitsDecoder splits = command.splits();
        assertThat(splits.count()).isEqualTo(2);
        assertThat(splits.next().value()).isEqualTo(100);
        assertThat(splits.next().value()).isEqualTo(250);
        CreatePaymentDecoder.MilestonesDecoder milestones = command.milestones();
        assertThat(milestones.count()).isEqualTo(2);
        assertThat(milestones.next().amount()).isEqualTo(3000);
        long design = milestones.name();
        assertThat(milestones.next().amount()).isEqualTo(9900);
        assertThat(milestones.name()).isNotIn(0L, design);
        byte[] text = new byte[command.textLength()];
        command.getText(text, 0, text.length);
        assertThat(new String(text, StandardCharsets.UTF_8))
                .isEqualTo(
                        "\"reference\":\"r\",\"description\":\"d\",\"metadata\":{\"k\":\"v\",\"é\":\"\"},"
                                + "\"return_url\":\"https://shop.example/back?a=1\","
                                + "\"method\":{\"channel\":\"sandbox\",\"token\":\"tok_success\"},"
                                + "\"milestones\":{\"Design \\\"a\\\"\":3000,\"建造\":9900}");
    }

    @Test
    void shouldLeaveNothingOfTheLastPaymentInTheNext() throws IOException {
        onPayment(payment -> {});
        write(
                Role.PLATFORM,
                "POST",
                "/v1/payments",
                PAYMENT.replace(
                        "}",
                        ",\"fee\":{\"amount\":5},\"auto_refund\":true,"
                                + "\"splits\":[{\"account\":\"acc_0200000000c00\",\"bps\":1}],"
                                + "\"method\":{\"wallet\":\"acc_0200000000c00\"}}"));
        write(Role.PLATFORM, "POST", "/v1/payments", PAYMENT);
        CreatePaymentDecoder command = lastCommand();
        assertThat(command.feeKind()).isZero();
        assertThat(command.feeValue()).isZero();
        assertThat(command.autoRefund()).isZero();
        assertThat(command.methodKind()).isZero();
        assertThat(command.wallet()).isZero();
        assertThat(command.splits().count()).isZero();
    }

    @Test
    void shouldHashAReferenceTogetherWithItsPayee() throws IOException {
        onPayment(payment -> {});
        write(Role.PLATFORM, "POST", "/v1/payments", PAYMENT);
        long first = lastCommand().referenceHigh();
        write(Role.PLATFORM, "POST", "/v1/payments", PAYMENT.replace("order", "\\u006frder"));
        assertThat(lastCommand().referenceHigh()).isEqualTo(first);
        write(Role.PLATFORM, "POST", "/v1/payments", PAYMENT.replace("0800", "0c00"));
        assertThat(lastCommand().referenceHigh()).isNotEqualTo(first);
    }

    @Test
    void shouldShowANewPayment() throws IOException {
        onPayment(payment ->
                payment.showClientSecret((short) 1)
                        .showPayerSecret((short) 1)
                        .attempt(2)
                        .lastError((short) FailureReason.DECLINED.code()));
        Reply reply =
                write(
                        Role.PLATFORM,
                        "POST",
                        "/v1/payments",
                        PAYMENT.replace("}", ",\"metadata\":{\"a\":\"b\"}}"));
        assertThat(reply.status()).isEqualTo(201);
        Golden.check("payment_created", reply);
    }

    @Test
    void shouldShowAShippedPaymentWithTheTextOfBothFrames() throws IOException {
        onPayment(payment -> {});
        write(Role.PLATFORM, "POST", "/v1/payments", PAYMENT);
        server.ledger.on(ShipPaymentDecoder.TEMPLATE_ID, (message, offset, sequence) -> shipped());
        Reply shipped =
                write(
                        Role.ACCOUNT,
                        "POST",
                        PATH + "/ship",
                        "{\"tracking_number\":\"SF1\",\"carrier\":\"SF\"}");
        Golden.check("payment_shipped", shipped);
        server.ledger.on(GetObjectDecoder.TEMPLATE_ID, (message, offset, sequence) -> shipped());
        assertThat(read(Role.PLATFORM, PATH).body()).isEqualTo(shipped.body());
    }

    @Test
    void shouldAnswer202WhileABankIsAskedToClose() throws IOException {
        onPayment(payment -> {});
        write(Role.PLATFORM, "POST", "/v1/payments", PAYMENT);
        server.ledger.on(
                CancelPaymentDecoder.TEMPLATE_ID,
                (message, offset, sequence) ->
                        Results.payment(
                                1,
                                payment ->
                                        payment.cancelRequested((short) 1)
                                                .status((short) PaymentStatus.PENDING.code())));
        Reply reply = write(Role.PLATFORM, "POST", PATH + "/cancel", "{}");
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.body()).contains("\"cancel_requested\":true");
    }

    @Test
    void shouldShowAnAccountWithItsNumberMasked() throws IOException {
        server.ledger.on(
                CreateAccountDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.account(sequence, true));
        Reply reply =
                write(
                        Role.PLATFORM,
                        "POST",
                        "/v1/accounts",
                        "{\"type\":\"merchant\",\"name\":\"Shop\",\"email\":\"a@b.cn\",\"bank_account\":"
                                + BANK_ACCOUNT
                                + "}");
        assertThat(reply.status()).isEqualTo(201);
        Golden.check("account", reply);
    }

    @Test
    void shouldSetAPricing() throws IOException {
        server.ledger.on(
                SetPricingDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.account(0, true));
        String path = "/v1/accounts/acc_0200000000800/pricing";
        assertThat(client.call("PUT", path, "{\"bps\":60}", server.bearer(Role.PLATFORM)).status())
                .isEqualTo(200);
        for (String wrong :
                new String[] {
                    "{}",
                    "{\"bps\":1,\"amount\":1}",
                    "{\"bps\":10001}",
                    "{\"amount\":1,\"min\":1}",
                    "{\"bps\":1,\"min\":5,\"max\":4}"
                }) {
            Reply reply = client.call("PUT", path, wrong, server.bearer(Role.PLATFORM));
            assertThat(code(reply)).as(wrong).isEqualTo("invalid_field");
        }
    }

    @Test
    void shouldShowTheSecretOfAKeyOnce() throws IOException {
        long key = ObjectId.of(1, 50, 0);
        server.ledger.on(
                CreateKeyDecoder.TEMPLATE_ID,
                (message, offset, sequence) ->
                        Results.key(key, Role.ACCOUNT, 1, Results.MERCHANT, false));
        Reply reply = write(Role.PLATFORM, "POST", "/v1/accounts/acc_0200000000800/keys", null);
        assertThat(reply.status()).isEqualTo(201);
        assertThat(member(reply, "secret")).isEqualTo(server.secrets.apiKey(Role.ACCOUNT, key, 1));
        Golden.check("key", reply);
    }

    @Test
    void shouldShowARefund() throws IOException {
        server.ledger.on(
                RefundPaymentDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.refund(sequence));
        Reply reply = write(Role.PLATFORM, "POST", PATH + "/refunds", "{\"reason\":\"broken\"}");
        assertThat(reply.status()).isEqualTo(201);
        Golden.check("refund", reply);
    }

    @Test
    void shouldShowAPayoutWithItsDestinationMasked() throws IOException {
        server.ledger.on(
                CreatePayoutDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.payout(sequence, true));
        Reply reply =
                write(
                        Role.ACCOUNT,
                        "POST",
                        "/v1/payouts",
                        "{\"account\":\"acc_0200000000800\",\"amount\":700,\"currency\":\"CNY\",\"destination\":"
                                + BANK_ACCOUNT
                                + "}");
        assertThat(reply.status()).isEqualTo(201);
        Golden.check("payout", reply);
    }

    @Test
    void shouldShowATrialBalanceByCurrency() throws IOException {
        server.ledger.on(
                GetTrialBalanceDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> {
                    ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
                    TrialBalanceResultEncoder result =
                            new TrialBalanceResultEncoder()
                                    .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
                    result.sequence(9);
                    TrialBalanceResultEncoder.CurrenciesEncoder currencies =
                            result.currenciesCount(2);
                    currencies.next().currency(Results.CNY).debits(10).credits(10);
                    currencies.next().currency(840).debits(7).credits(7);
                    TrialBalanceResultEncoder.TotalsEncoder totals = result.totalsCount(3);
                    totals.next().currency(Results.CNY).kind((short) 2).balance(10);
                    totals.next().currency(840).kind((short) 2).balance(7);
                    totals.next().currency(Results.CNY).kind((short) 5).balance(10);
                    return Results.bytes(buffer, result.encodedLength());
                });
        Golden.check("trial_balance", read(Role.AUDITOR, "/v1/ledger/trial_balance"));
    }

    @Test
    void shouldAnswerWhenTheClockHasComeToItsTarget() throws Exception {
        server.ledger.on(
                AdvanceClockDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> {
                    ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
                    ClockResultEncoder result =
                            new ClockResultEncoder()
                                    .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
                    result.nowMs(1).targetMs(Results.CREATED_AT_MS).nextDeadlineMs(0);
                    return Results.bytes(buffer, result.encodedLength());
                });
        CompletableFuture<Void> reached = new CompletableFuture<>();
        server.clock = reached;
        client.sendLines(
                "POST /v1/sandbox/clock HTTP/1.1",
                "Host: x",
                "Idempotency-Key: c",
                server.bearer(Role.OPERATOR),
                "Content-Type: application/json",
                "Content-Length: 22",
                "",
                "{\"advance_seconds\":60}");
        while (server.ledger.messages().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(client.hasNothingYet()).isTrue();
        reached.complete(null);
        assertThat(client.read().body())
                .isEqualTo("{\"object\":\"sandbox_clock\",\"now\":\"2026-11-21T08:00:00.123Z\"}");
    }

    private void onPayment(Consumer<PaymentResultEncoder> more) {
        server.ledger.on(
                CreatePaymentDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.payment(sequence, more));
    }

    private static byte[] shipped() {
        return Results.payment(
                1,
                payment ->
                        payment.status((short) PaymentStatus.SHIPPED.code())
                                .amountCollected(12_900)
                                .amountHeld(12_900)
                                .autoConfirmAtMs(Results.CREATED_AT_MS + 1)
                                .shipmentSequence(2)
                                .sequence(2));
    }

    private CreatePaymentDecoder lastCommand() {
        UnsafeBuffer message = new UnsafeBuffer(server.ledger.messages().getLast());
        return new CreatePaymentDecoder()
                .wrapAndApplyHeader(message, 0, new MessageHeaderDecoder());
    }
}
