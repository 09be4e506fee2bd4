package io.clearhold.gateway.operation;

import io.clearhold.core.codec.CreateKeyEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.gateway.auth.Credential;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.CharSpan;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.render.ResultRenderer.Form;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/accounts/{id}/keys}: a key; this answer alone shows its secret. */
final class CreateKey implements Operation.ThroughRing {
    static final JsonFields FIELDS = JsonFields.required().optional("role");

    private static final int FIRST_GENERATION = 1;

    @Override
    public Form form() {
        return Form.CREATED_SECRET;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        @Nullable BodyReader body = bench.bodyIfAny(request);
        Role role = Role.ACCOUNT;
        while (body != null && body.nextField(FIELDS) >= 0) {
            role = role(body);
        }
        long platform = request.credential() instanceof Credential.ApiKey key ? key.platform() : 0;
        CreateKeyEncoder command = new CreateKeyEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.role((short) role.code())
                .platform(platform)
                .account(request.id(IdKind.ACCOUNT))
                .generation(FIRST_GENERATION)
                .putText(request.text().array(), 0, 0);
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }

    private static Role role(BodyReader body) {
        CharSpan name = body.text(1, 16);
        for (Role role : new Role[] {Role.ACCOUNT, Role.PLATFORM, Role.OPERATOR, Role.AUDITOR}) {
            if (role.label().contentEquals(name)) {
                return role;
            }
        }
        throw body.invalid("must be account, platform, operator or auditor");
    }
}
