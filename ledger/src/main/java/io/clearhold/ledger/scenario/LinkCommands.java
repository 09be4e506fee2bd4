package io.clearhold.ledger.scenario;

import io.clearhold.core.codec.CreatePaymentLinkEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.UpdatePaymentLinkEncoder;
import io.clearhold.core.codec.UsePaymentLinkEncoder;
import java.nio.charset.StandardCharsets;
import org.agrona.ExpandableArrayBuffer;

/** Encodes commands about payment links as the gateway does. */
public final class LinkCommands {
    /** The bits of {@code given} in a command that changes a link. */
    public static final int ACTIVE = 1;

    public static final int MAX_USES = 1 << 1;
    public static final int EXPIRES_AT = 1 << 2;

    private static final MessageHeaderEncoder HEADER = new MessageHeaderEncoder();

    private LinkCommands() {}

    public static Message create(Actor actor, PaymentTerms terms, long maxUses, long expiresAtMs) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        CreatePaymentLinkEncoder command =
                new CreatePaymentLinkEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.payee(terms.payee)
                .amount(terms.amount)
                .currency(terms.currency)
                .mode((short) terms.mode.code())
                .payWithinSeconds(60)
                .autoRefund((short) (terms.autoRefund ? 1 : 0))
                .autoConfirmAfterSeconds(terms.autoConfirmAfterSeconds)
                .maxUses(maxUses)
                .expiresAtMs(expiresAtMs)
                .feeKind((short) terms.feeKind.code())
                .feeValue(terms.feeValue)
                .feeMin(terms.feeMin)
                .feeMax(terms.feeMax);
        CreatePaymentLinkEncoder.SplitsEncoder splits = command.splitsCount(terms.splits.size());
        for (PaymentTerms.Split split : terms.splits) {
            splits.next()
                    .account(split.account())
                    .kind((short) split.kind().code())
                    .value(split.value());
        }
        CreatePaymentLinkEncoder.MilestonesEncoder milestones =
                command.milestonesCount(terms.milestones.size());
        for (PaymentTerms.Milestone part : terms.milestones) {
            milestones.next().name(part.name()).amount(part.amount());
        }
        byte[] text = bytes("\"description\":\"tea\"");
        command.putText(text, 0, text.length);
        return Commands.message(buffer, command);
    }

    public static Message update(
            Actor actor,
            long link,
            long expectedTextSequence,
            int given,
            boolean active,
            long maxUses,
            long expiresAtMs) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        UpdatePaymentLinkEncoder command =
                new UpdatePaymentLinkEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.link(link)
                .expectedTextSequence(expectedTextSequence)
                .given(given)
                .active((short) (active ? 1 : 0))
                .maxUses(maxUses)
                .expiresAtMs(expiresAtMs);
        byte[] text = bytes("\"description\":\"more tea\"");
        command.putText(text, 0, text.length);
        return Commands.message(buffer, command);
    }

    public static Message use(
            Actor actor,
            long link,
            long expectedTextSequence,
            long payer,
            long payee,
            long reference) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        UsePaymentLinkEncoder command =
                new UsePaymentLinkEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.link(link)
                .expectedTextSequence(expectedTextSequence)
                .payer(payer)
                .referenceHigh(payee)
                .referenceLow(reference);
        byte[] text = bytes("\"reference\":\"link-order\"");
        command.putText(text, 0, text.length);
        return Commands.message(buffer, command);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
