package io.clearhold.gateway.operation;

import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.ResultRenderer.Form;

/** {@code PATCH /v1/payments/{id}}: new terms of a payment that nobody has paid yet. */
final class UpdatePayment implements Operation.Slow {
    @Override
    public void run(Request request, Workbench bench, Answer answer) throws InterruptedException {
        PaymentPatch patch = PaymentPatch.read(bench.body(request), bench);
        TextRevision.run(request, patch, Form.ACTED, bench, answer);
    }
}
