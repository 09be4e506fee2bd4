package io.clearhold.gateway.operation;

import io.clearhold.core.codec.CreateAccountEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.lifecycle.AccountType;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.CharSpan;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.render.ResultRenderer.Form;

/** {@code POST /v1/accounts}: a merchant or a buyer. */
final class CreateAccount implements Operation.ThroughRing {
    static final JsonFields FIELDS =
            JsonFields.required("type", "name")
                    .optional("reference", "email", "bank_account", "metadata");

    @Override
    public Form form() {
        return Form.CREATED;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        BodyReader body = bench.body(request);
        JsonWriter text = request.text();
        int type = 0;
        int hasBankAccount = 0;
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            switch (field) {
                case 0 -> type = type(body);
                case 1 ->
                        TextFields.string(body, AccountText.NAME, 1, AccountText.NAME_LIMIT, text);
                case 2 ->
                        TextFields.string(
                                body, AccountText.REFERENCE, 1, AccountText.REFERENCE_LIMIT, text);
                case 3 -> TextFields.email(body, AccountText.EMAIL, text);
                case 4 -> {
                    hasBankAccount = 1;
                    TextFields.bankAccount(body, AccountText.BANK_ACCOUNT, text);
                }
                case 5 -> TextFields.metadata(body, text);
                default -> throw new IllegalStateException("field " + field);
            }
        }
        BankAccountHashes hashes =
                BankAccountHashes.of(text, AccountText.BANK_ACCOUNT, bench.digests());
        CreateAccountEncoder command = new CreateAccountEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.type((short) type)
                .hasBankAccount((short) hasBankAccount)
                .bankAccountHash(hashes.whole())
                .numberHash(hashes.number())
                .putText(text.array(), 0, text.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }

    private static int type(BodyReader body) {
        CharSpan name = body.text(1, 16);
        for (AccountType type : AccountType.values()) {
            if (type.label().contentEquals(name)) {
                return type.code();
            }
        }
        throw body.invalid("must be merchant or buyer");
    }
}
