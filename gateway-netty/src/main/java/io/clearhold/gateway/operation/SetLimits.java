package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.SetLimitsEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonWriter;

/**
 * {@code PUT /v1/accounts|keys/{id}/limits}: all rules of an account or a key, in place of those
 * before.
 */
final class SetLimits implements Operation.ThroughRing {
    static final JsonFields FIELDS =
            JsonFields.required().optional("rules", "blocked_accounts", "blocked_destinations");

    private final IdKind owner;

    SetLimits(IdKind owner) {
        this.owner = owner;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        BodyReader body = bench.body(request);
        JsonWriter text = request.text();
        LimitRules rules = new LimitRules(text, bench.digests());
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            switch (field) {
                case 0 -> rules.readRules(body);
                case 1 -> rules.readAccounts(body);
                case 2 -> rules.readDestinations(body);
                default -> throw new IllegalStateException("field " + field);
            }
        }
        SetLimitsEncoder command = new SetLimitsEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.owner(request.id(owner)).ownerKind((short) owner.code());
        rules.put(command.rulesCount(rules.count()));
        command.putText(text.array(), 0, text.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
