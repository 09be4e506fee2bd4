package io.clearhold.gateway.operation;

import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.ResultRenderer.Form;

/** {@code POST /v1/payment_links/{id}/payments}: a payment by the terms of a link. */
final class UsePaymentLink implements Operation.Slow {
    @Override
    public void run(Request request, Workbench bench, Answer answer) throws InterruptedException {
        LinkPayment payment = LinkPayment.read(bench.bodyIfAny(request));
        TextRevision.run(request, payment, Form.CREATED, bench, answer);
    }
}
