package io.clearhold.bank.dispatch;

import io.clearhold.core.codec.AddChargebackEvidenceDecoder;
import io.clearhold.core.codec.AdjustLedgerDecoder;
import io.clearhold.core.codec.CreateAccountDecoder;
import io.clearhold.core.codec.CreatePaymentDecoder;
import io.clearhold.core.codec.CreatePayoutDecoder;
import io.clearhold.core.codec.CreateTopUpDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.PayPaymentDecoder;
import io.clearhold.core.codec.RefundPaymentDecoder;
import io.clearhold.core.codec.ResolveBreakDecoder;
import io.clearhold.core.codec.UpdateAccountDecoder;
import io.clearhold.core.frame.Frame;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** The text of a frame's command: JSON members without braces. */
final class CommandTexts {
    private CommandTexts() {}

    /** Empty for a command that has none. */
    static String of(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int offset = frame.commandOffset();
        MessageHeaderDecoder header = new MessageHeaderDecoder();
        UnsafeBuffer text = new UnsafeBuffer(0, 0);
        switch (header.wrap(buffer, offset).templateId()) {
            case CreatePaymentDecoder.TEMPLATE_ID -> {
                CreatePaymentDecoder command = new CreatePaymentDecoder();
                command.wrapAndApplyHeader(buffer, offset, header);
                // The text stands behind the splits and milestones.
                CreatePaymentDecoder.SplitsDecoder splits = command.splits();
                while (splits.hasNext()) {
                    splits.next();
                }
                CreatePaymentDecoder.MilestonesDecoder milestones = command.milestones();
                while (milestones.hasNext()) {
                    milestones.next();
                }
                command.wrapText(text);
            }
            case PayPaymentDecoder.TEMPLATE_ID ->
                    new PayPaymentDecoder()
                            .wrapAndApplyHeader(buffer, offset, header)
                            .wrapText(text);
            case RefundPaymentDecoder.TEMPLATE_ID ->
                    new RefundPaymentDecoder()
                            .wrapAndApplyHeader(buffer, offset, header)
                            .wrapText(text);
            case CreateTopUpDecoder.TEMPLATE_ID ->
                    new CreateTopUpDecoder()
                            .wrapAndApplyHeader(buffer, offset, header)
                            .wrapText(text);
            case AddChargebackEvidenceDecoder.TEMPLATE_ID ->
                    new AddChargebackEvidenceDecoder()
                            .wrapAndApplyHeader(buffer, offset, header)
                            .wrapText(text);
            case CreatePayoutDecoder.TEMPLATE_ID ->
                    new CreatePayoutDecoder()
                            .wrapAndApplyHeader(buffer, offset, header)
                            .wrapText(text);
            case AdjustLedgerDecoder.TEMPLATE_ID ->
                    new AdjustLedgerDecoder()
                            .wrapAndApplyHeader(buffer, offset, header)
                            .wrapText(text);
            case ResolveBreakDecoder.TEMPLATE_ID ->
                    new ResolveBreakDecoder()
                            .wrapAndApplyHeader(buffer, offset, header)
                            .wrapText(text);
            case CreateAccountDecoder.TEMPLATE_ID ->
                    new CreateAccountDecoder()
                            .wrapAndApplyHeader(buffer, offset, header)
                            .wrapText(text);
            case UpdateAccountDecoder.TEMPLATE_ID ->
                    new UpdateAccountDecoder()
                            .wrapAndApplyHeader(buffer, offset, header)
                            .wrapText(text);
            default -> {
                return "";
            }
        }
        byte[] bytes = new byte[text.capacity()];
        text.getBytes(0, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
