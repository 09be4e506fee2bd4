package io.clearhold.gateway.operation;

import io.clearhold.core.codec.CreatePayoutEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.GatewaySettings;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.render.ResultRenderer.Form;

/** {@code POST /v1/payouts}: an available balance to a bank account. */
final class CreatePayout implements Operation.ThroughRing {
    static final JsonFields FIELDS =
            JsonFields.required("account", "amount", "currency").optional("destination");

    private static final JsonName DESTINATION = JsonName.of("destination");

    private final GatewaySettings settings;

    CreatePayout(GatewaySettings settings) {
        this.settings = settings;
    }

    @Override
    public Form form() {
        return Form.CREATED;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        BodyReader body = bench.body(request);
        JsonWriter text = request.text();
        long account = 0;
        long amount = 0;
        int currency = 0;
        int hasDestination = 0;
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            switch (field) {
                case 0 -> account = body.id(IdKind.ACCOUNT);
                case 1 -> amount = body.amount();
                case 2 -> currency = body.currency();
                case 3 -> {
                    hasDestination = 1;
                    TextFields.bankAccount(body, DESTINATION, text);
                }
                default -> throw new IllegalStateException("field " + field);
            }
        }
        BankAccountHashes hashes = BankAccountHashes.of(text, DESTINATION, bench.digests());
        CreatePayoutEncoder command = new CreatePayoutEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.account(account)
                .amount(amount)
                .currency(currency)
                .channel((short) settings.payoutChannel())
                .hasDestination((short) hasDestination)
                .numberHash(hashes.number())
                .putText(text.array(), 0, text.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
