package io.clearhold.gateway.operation;

import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.ResultRenderer.Form;

/** {@code PATCH /v1/accounts/{id}}: changes some members and keeps the rest. */
final class UpdateAccount implements Operation.Slow {
    static final JsonFields FIELDS =
            JsonFields.required()
                    .optional("name", "reference", "email", "bank_account", "metadata")
                    .keepingNulls();

    @Override
    public void run(Request request, Workbench bench, Answer answer) throws InterruptedException {
        AccountPatch patch = AccountPatch.read(bench.body(request));
        TextRevision.run(request, patch, Form.ACTED, bench, answer);
    }
}
