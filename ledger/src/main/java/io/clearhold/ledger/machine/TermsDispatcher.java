package io.clearhold.ledger.machine;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.UpdatePaymentDecoder;
import org.agrona.DirectBuffer;

/** Brings commands about terms and payment links to who decides them. */
final class TermsDispatcher {
    private final PaymentUpdates updates;
    private final UpdatePaymentDecoder updatePayment = new UpdatePaymentDecoder();

    TermsDispatcher(PaymentUpdates updates) {
        this.updates = updates;
    }

    /** Decides the command, if it is one of these. */
    boolean decide(
            DirectBuffer buffer, int offset, MessageHeaderDecoder header, Decision decision) {
        switch (header.templateId()) {
            case UpdatePaymentDecoder.TEMPLATE_ID ->
                    updates.decide(
                            updatePayment.wrapAndApplyHeader(buffer, offset, header), decision);
            default -> {
                return false;
            }
        }
        return true;
    }
}
