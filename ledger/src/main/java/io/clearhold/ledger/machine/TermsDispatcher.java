package io.clearhold.ledger.machine;

import io.clearhold.core.codec.CreatePaymentLinkDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.UpdatePaymentDecoder;
import io.clearhold.core.codec.UpdatePaymentLinkDecoder;
import io.clearhold.core.codec.UsePaymentLinkDecoder;
import org.agrona.DirectBuffer;

/** Brings commands about terms and payment links to who decides them. */
final class TermsDispatcher {
    private final PaymentUpdates updates;
    private final PaymentLinks links;
    private final CreatePaymentLinkDecoder createLink = new CreatePaymentLinkDecoder();
    private final UpdatePaymentLinkDecoder updateLink = new UpdatePaymentLinkDecoder();
    private final UsePaymentLinkDecoder useLink = new UsePaymentLinkDecoder();
    private final UpdatePaymentDecoder updatePayment = new UpdatePaymentDecoder();

    TermsDispatcher(PaymentUpdates updates, PaymentLinks links) {
        this.updates = updates;
        this.links = links;
    }

    /** Decides the command, if it is one of these. */
    boolean decide(
            DirectBuffer buffer, int offset, MessageHeaderDecoder header, Decision decision) {
        switch (header.templateId()) {
            case UpdatePaymentDecoder.TEMPLATE_ID ->
                    updates.decide(
                            updatePayment.wrapAndApplyHeader(buffer, offset, header), decision);
            case CreatePaymentLinkDecoder.TEMPLATE_ID ->
                    links.create(createLink.wrapAndApplyHeader(buffer, offset, header), decision);
            case UpdatePaymentLinkDecoder.TEMPLATE_ID ->
                    links.update(updateLink.wrapAndApplyHeader(buffer, offset, header), decision);
            case UsePaymentLinkDecoder.TEMPLATE_ID ->
                    links.use(useLink.wrapAndApplyHeader(buffer, offset, header), decision);
            default -> {
                return false;
            }
        }
        return true;
    }
}
