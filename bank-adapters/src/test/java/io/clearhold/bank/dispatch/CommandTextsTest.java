package io.clearhold.bank.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.codec.CreateAccountEncoder;
import io.clearhold.core.codec.CreatePaymentEncoder;
import io.clearhold.core.codec.CreatePayoutEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.PayPaymentEncoder;
import io.clearhold.core.codec.RefundPaymentEncoder;
import io.clearhold.core.codec.TickEncoder;
import io.clearhold.core.codec.UpdateAccountEncoder;
import io.clearhold.core.frame.Frame;
import java.nio.charset.StandardCharsets;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;

/** Every command that can bring an instruction's text. */
class CommandTextsTest {
    private static final byte[] TEXT = "\"name\":\"李\"".getBytes(StandardCharsets.UTF_8);

    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();

    @Test
    void shouldReadAPaymentsTextBehindItsSplits() {
        CreatePaymentEncoder payment = new CreatePaymentEncoder();
        payment.wrapAndApplyHeader(buffer, 0, header);
        payment.splitsCount(2).next().account(1).value(10).next().account(2).value(20);
        payment.milestonesCount(1).next().name(1).amount(30);
        payment.putText(TEXT, 0, TEXT.length);

        expectText(payment.encodedLength());
    }

    @Test
    void shouldReadAPaymentsTextWithoutSplits() {
        CreatePaymentEncoder payment = new CreatePaymentEncoder();
        payment.wrapAndApplyHeader(buffer, 0, header);
        payment.splitsCount(0);
        payment.milestonesCount(0);
        payment.putText(TEXT, 0, TEXT.length);

        expectText(payment.encodedLength());
    }

    @Test
    void shouldReadTheTextOfEveryOtherCommand() {
        PayPaymentEncoder pay = new PayPaymentEncoder();
        pay.wrapAndApplyHeader(buffer, 0, header).putText(TEXT, 0, TEXT.length);
        expectText(pay.encodedLength());

        RefundPaymentEncoder refund = new RefundPaymentEncoder();
        refund.wrapAndApplyHeader(buffer, 0, header).putText(TEXT, 0, TEXT.length);
        expectText(refund.encodedLength());

        CreatePayoutEncoder payout = new CreatePayoutEncoder();
        payout.wrapAndApplyHeader(buffer, 0, header).putText(TEXT, 0, TEXT.length);
        expectText(payout.encodedLength());

        CreateAccountEncoder account = new CreateAccountEncoder();
        account.wrapAndApplyHeader(buffer, 0, header).putText(TEXT, 0, TEXT.length);
        expectText(account.encodedLength());

        UpdateAccountEncoder update = new UpdateAccountEncoder();
        update.wrapAndApplyHeader(buffer, 0, header).putText(TEXT, 0, TEXT.length);
        expectText(update.encodedLength());
    }

    @Test
    void shouldReadNothingFromATick() {
        TickEncoder tick = new TickEncoder();
        tick.wrapAndApplyHeader(buffer, 0, header);

        assertThat(CommandTexts.of(frame(tick.encodedLength()))).isEmpty();
    }

    private void expectText(int encodedLength) {
        assertThat(CommandTexts.of(frame(encodedLength))).isEqualTo("\"name\":\"李\"");
    }

    private Frame frame(int encodedLength) {
        Frame frame = new Frame();
        frame.begin(1, 1, 0, buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + encodedLength);
        frame.end(0, 1);
        return frame;
    }
}
