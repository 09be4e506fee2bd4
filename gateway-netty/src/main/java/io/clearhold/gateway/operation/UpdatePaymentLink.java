package io.clearhold.gateway.operation;

import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.ResultRenderer.Form;

/** {@code PATCH /v1/payment_links/{id}}: new bounds and texts of a link. */
final class UpdatePaymentLink implements Operation.Slow {
    @Override
    public void run(Request request, Workbench bench, Answer answer) throws InterruptedException {
        PaymentLinkPatch patch = PaymentLinkPatch.read(bench.body(request));
        TextRevision.run(request, patch, Form.ACTED, bench, answer);
    }
}
