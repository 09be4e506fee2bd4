package io.clearhold.gateway.operation;

import io.clearhold.core.codec.AccountResultDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.UpdateAccountEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.TextMembers;
import java.util.List;
import org.agrona.DirectBuffer;

/** What a PATCH of an account changes. */
final class AccountPatch implements TextRevision.Change {
    private static final List<JsonName> MEMBERS =
            List.of(
                    AccountText.NAME,
                    AccountText.REFERENCE,
                    AccountText.EMAIL,
                    AccountText.BANK_ACCOUNT);

    private final TextPatch text = new TextPatch();

    private AccountPatch() {}

    static AccountPatch read(BodyReader body) {
        AccountPatch patch = new AccountPatch();
        for (int field = body.nextField(UpdateAccount.FIELDS);
                field >= 0;
                field = body.nextField(UpdateAccount.FIELDS)) {
            patch.member(field, body);
        }
        patch.text.seal();
        return patch;
    }

    @Override
    public IdKind kind() {
        return IdKind.ACCOUNT;
    }

    @Override
    public int resultTemplate() {
        return AccountResultDecoder.TEMPLATE_ID;
    }

    @Override
    public int encode(
            Request request,
            int attempt,
            DirectBuffer present,
            MessageHeaderDecoder header,
            Workbench bench) {
        long textSequence =
                new AccountResultDecoder().wrapAndApplyHeader(present, 0, header).textSequence();
        TextMembers before = bench.texts().at(textSequence);
        text.merge(MEMBERS, before, request.text());
        boolean hasBankAccount = text.has(AccountText.BANK_ACCOUNT, before);
        BankAccountHashes hashes =
                BankAccountHashes.of(request.text(), AccountText.BANK_ACCOUNT, bench.digests());
        UpdateAccountEncoder command = new UpdateAccountEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        TextRevision.putOrigin(request, attempt, command.origin());
        command.account(request.id(IdKind.ACCOUNT))
                .hasBankAccount((short) (hasBankAccount ? 1 : 0))
                .expectedTextSequence(textSequence)
                .bankAccountHash(hashes.whole())
                .numberHash(hashes.number())
                .putText(request.text().array(), 0, request.text().length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }

    private void member(int field, BodyReader body) {
        if (field == 4) {
            text.metadata(body);
            return;
        }
        if (body.isNull()) {
            if (field == 0) {
                throw body.invalid("cannot be removed");
            }
            text.remove(MEMBERS.get(field));
            return;
        }
        switch (field) {
            case 0 ->
                    TextFields.string(
                            body, AccountText.NAME, 1, AccountText.NAME_LIMIT, text.text());
            case 1 ->
                    TextFields.string(
                            body,
                            AccountText.REFERENCE,
                            1,
                            AccountText.REFERENCE_LIMIT,
                            text.text());
            case 2 -> TextFields.email(body, AccountText.EMAIL, text.text());
            case 3 -> TextFields.bankAccount(body, AccountText.BANK_ACCOUNT, text.text());
            default -> throw new IllegalStateException("field " + field);
        }
    }
}
