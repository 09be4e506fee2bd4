package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.ResolveBreakEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.proof.BreakAction;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.CharSpan;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.render.ResultRenderer.Form;

/** {@code POST /v1/breaks/{id}/resolve}: its money goes where it belongs, if two persons agree. */
final class ResolveBreak implements Operation.ThroughRing {
    static final JsonFields FIELDS =
            JsonFields.required("action", "note")
                    .optional("payment", "account", "movement", "amount");

    @Override
    public Form form() {
        return Form.REQUESTED;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        BodyReader body = bench.body(request);
        JsonWriter text = request.text();
        BreakAction action = BreakAction.WAIT;
        long payment = 0;
        long account = 0;
        long movement = 0;
        long amount = 0;
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            switch (field) {
                case 0 -> action = action(body);
                case 1 -> TextFields.string(body, TextFields.NOTE, 1, TextFields.NOTE_LIMIT, text);
                case 2 -> payment = body.id(IdKind.PAYMENT);
                case 3 -> account = body.id(IdKind.ACCOUNT);
                case 4 -> movement = body.id(IdKind.INSTRUCTION);
                case 5 -> amount = body.amount();
                default -> throw new IllegalStateException("field " + field);
            }
        }
        check(action, payment, account, movement, body);
        ResolveBreakEncoder command = new ResolveBreakEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.breakId(request.id(IdKind.BREAK))
                .action((short) action.code())
                .amount(amount)
                .account(account)
                .payment(payment)
                .movement(movement)
                .putText(text.array(), 0, text.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }

    private static void check(
            BreakAction action, long payment, long account, long movement, BodyReader body) {
        boolean names = action == BreakAction.CREDIT || action == BreakAction.CHARGE;
        if (names != (account != 0)) {
            throw body.invalidMember("/account", "belongs to credit and charge, which need it");
        }
        if ((action == BreakAction.APPLY) != (payment != 0)) {
            throw body.invalidMember("/payment", "belongs to apply, which needs it");
        }
        if (action != BreakAction.MATCH && movement != 0) {
            throw body.invalidMember("/movement", "belongs to match");
        }
    }

    private static BreakAction action(BodyReader body) {
        CharSpan name = body.text(1, 32);
        for (BreakAction action : BreakAction.values()) {
            if (action != BreakAction.WAIT && action.label().contentEquals(name)) {
                return action;
            }
        }
        throw body.invalid("must be match, apply, credit, refund, charge or write_off");
    }
}
