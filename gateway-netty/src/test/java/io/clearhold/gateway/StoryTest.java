package io.clearhold.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.codec.ConfirmPaymentDecoder;
import io.clearhold.core.codec.CreatePaymentDecoder;
import io.clearhold.core.codec.GetObjectDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.PaymentHeldEncoder;
import io.clearhold.core.codec.PaymentReleasedEncoder;
import io.clearhold.core.codec.ShipPaymentDecoder;
import io.clearhold.core.lifecycle.Cause;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.result.ResultCode;
import io.clearhold.gateway.testing.Golden;
import io.clearhold.gateway.testing.RawClient.Reply;
import io.clearhold.gateway.testing.Results;
import io.clearhold.gateway.testing.WithGateway;
import java.io.IOException;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;

class StoryTest extends WithGateway {
    private static final String PATH = "/v1/payments/pay_0200000000g00";

    @Test
    void shouldTellTheEventsOfAPaymentOldestFirst() throws IOException {
        for (int template :
                new int[] {
                    CreatePaymentDecoder.TEMPLATE_ID,
                    ShipPaymentDecoder.TEMPLATE_ID,
                    ConfirmPaymentDecoder.TEMPLATE_ID
                }) {
            server.ledger.on(
                    template, (message, offset, sequence) -> Results.payment(1, payment -> {}));
        }
        server.ledger.nextEvent(held(Results.PAYMENT, 0));
        server.ledger.nextEvent(held(Results.PAYMENT + 1, 0));
        write(Role.PLATFORM, "POST", "/v1/payments", PAYMENT);
        // A frame of another payment stands between the two.
        server.ledger.nextEvent(held(Results.PAYMENT + 1, 1));
        write(Role.PLATFORM, "POST", PATH + "/ship", null);
        server.ledger.logTimeMs(Results.CREATED_AT_MS);
        server.ledger.nextEvent(released(1));
        write(Role.PLATFORM, "POST", PATH + "/confirm", null);
        server.ledger.on(
                GetObjectDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.payment(1, payment -> payment.sequence(3)));
        Golden.check("story", read(Role.AUDITOR, PATH + "/story"));
    }

    @Test
    void shouldHideTheStoryOfWhatOneMayNotSee() throws IOException {
        server.ledger.on(
                GetObjectDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.refusal(ResultCode.NOT_FOUND, 0, 0));
        Reply reply = read(Role.ACCOUNT, PATH + "/story");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(code(reply)).isEqualTo("not_found");
    }

    private static byte[] held(long payment, long previous) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        PaymentHeldEncoder event =
                new PaymentHeldEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        event.chain().payment(payment).previous(previous);
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

    private static byte[] released(long previous) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        PaymentReleasedEncoder event =
                new PaymentReleasedEncoder()
                        .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        event.chain().payment(Results.PAYMENT).previous(previous);
        event.amount(12_900)
                .currency(Results.CNY)
                .fee(60)
                .payee(Results.MERCHANT)
                .payeeAmount(12_740)
                .statusAfter((short) PaymentStatus.RELEASED.code())
                .cause((short) Cause.REQUEST.code())
                .sharesCount(1)
                .next()
                .account(Results.BUYER)
                .amount(100);
        return Results.bytes(buffer, event.encodedLength());
    }
}
