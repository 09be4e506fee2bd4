package io.clearhold.ledger.scenario;

import io.clearhold.core.codec.ConfirmPaymentEncoder;
import io.clearhold.core.codec.ExtendPaymentEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.RefundPaymentEncoder;
import io.clearhold.core.codec.ShipPaymentEncoder;
import io.clearhold.core.codec.UpdatePaymentEncoder;
import java.nio.charset.StandardCharsets;
import org.agrona.ExpandableArrayBuffer;

/** Encodes commands about terms and milestones as the gateway does; a milestone of 0 is none. */
public final class TermsCommands {
    /** The bits of {@code given} in a command that sets new terms. */
    public static final int AMOUNT = 1;

    public static final int PAY_BY = 1 << 1;
    public static final int SHIP_BY = 1 << 2;
    public static final int AUTO_REFUND = 1 << 3;
    public static final int AUTO_CONFIRM_AFTER = 1 << 4;
    public static final int FEE = 1 << 5;
    public static final int SPLITS = 1 << 6;
    public static final int MILESTONES = 1 << 7;

    private static final MessageHeaderEncoder HEADER = new MessageHeaderEncoder();

    private TermsCommands() {}

    public static Message ship(Actor actor, long payment, long milestone) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        ShipPaymentEncoder command = new ShipPaymentEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.payment(payment).milestone(milestone);
        byte[] text = bytes("\"carrier\":\"SF\"");
        command.putText(text, 0, text.length);
        return Commands.message(buffer, command);
    }

    public static Message confirm(Actor actor, long payment, long amount, long milestone) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        ConfirmPaymentEncoder command =
                new ConfirmPaymentEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        return Commands.message(
                buffer, command.payment(payment).amount(amount).milestone(milestone));
    }

    public static Message extend(Actor actor, long payment, long seconds, long milestone) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        ExtendPaymentEncoder command =
                new ExtendPaymentEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        return Commands.message(
                buffer, command.payment(payment).seconds(seconds).milestone(milestone));
    }

    public static Message refund(
            Actor actor, long payment, long amount, long milestone, boolean refundFee) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        RefundPaymentEncoder command =
                new RefundPaymentEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.payment(payment)
                .amount(amount)
                .milestone(milestone)
                .refundFee((short) (refundFee ? 1 : 0));
        byte[] text = bytes("\"reason\":\"returned\"");
        command.putText(text, 0, text.length);
        return Commands.message(buffer, command);
    }

    /** Those of the terms whose bit is in {@code given}. */
    public static Message update(
            Actor actor, long payment, long expectedTextSequence, int given, PaymentTerms terms) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        UpdatePaymentEncoder command =
                new UpdatePaymentEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.payment(payment)
                .expectedTextSequence(expectedTextSequence)
                .given(given)
                .amount(terms.amount)
                .payByMs(terms.payByMs)
                .shipByMs(terms.shipByMs)
                .autoRefund((short) (terms.autoRefund ? 1 : 0))
                .autoConfirmAfterSeconds(terms.autoConfirmAfterSeconds)
                .feeKind((short) terms.feeKind.code())
                .feeValue(terms.feeValue)
                .feeMin(terms.feeMin)
                .feeMax(terms.feeMax);
        UpdatePaymentEncoder.SplitsEncoder splits = command.splitsCount(terms.splits.size());
        for (PaymentTerms.Split split : terms.splits) {
            splits.next()
                    .account(split.account())
                    .kind((short) split.kind().code())
                    .value(split.value());
        }
        UpdatePaymentEncoder.MilestonesEncoder milestones =
                command.milestonesCount(terms.milestones.size());
        for (PaymentTerms.Milestone part : terms.milestones) {
            milestones.next().name(part.name()).amount(part.amount());
        }
        byte[] text = bytes(terms.text);
        command.putText(text, 0, text.length);
        return Commands.message(buffer, command);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
