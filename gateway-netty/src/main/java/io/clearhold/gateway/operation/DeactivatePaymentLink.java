package io.clearhold.gateway.operation;

import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.ResultRenderer.Form;

/** {@code POST /v1/payment_links/{id}/deactivate}: it makes no more payments. */
final class DeactivatePaymentLink implements Operation.Slow {
    @Override
    public void run(Request request, Workbench bench, Answer answer) throws InterruptedException {
        bench.noBody(request);
        TextRevision.run(request, PaymentLinkPatch.deactivation(), Form.ACTED, bench, answer);
    }
}
