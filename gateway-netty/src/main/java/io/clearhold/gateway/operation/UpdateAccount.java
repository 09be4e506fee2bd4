package io.clearhold.gateway.operation;

import io.clearhold.core.codec.AccountResultDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.RefusalDecoder;
import io.clearhold.core.codec.UpdateAccountEncoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.result.ResultCode;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.ResultRenderer.Form;
import org.agrona.DirectBuffer;

/**
 * {@code PATCH /v1/accounts/{id}}: changes some members and keeps the rest. The ledger knows only
 * whole texts, so this reads the present one, merges, and replaces it if it is still the same.
 */
final class UpdateAccount implements Operation.Slow {
    static final JsonFields FIELDS =
            JsonFields.required()
                    .optional("name", "reference", "email", "bank_account", "metadata")
                    .keepingNulls();

    private static final int TRIES = 3;

    @Override
    public void run(Request request, Workbench bench, Answer answer) throws InterruptedException {
        AccountPatch patch = AccountPatch.read(bench.body(request));
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt == TRIES;
            if (tried(request, attempt, last, patch, bench, answer)) {
                return;
            }
        }
    }

    /** One try; false if somebody else changed the account meanwhile and there are tries left. */
    private static boolean tried(
            Request request,
            int attempt,
            boolean last,
            AccountPatch patch,
            Workbench bench,
            Answer answer)
            throws InterruptedException {
        int query = GetObject.encode(request, IdKind.ACCOUNT, bench);
        LedgerCall.Reply found = LedgerCall.ask(bench, query);
        if (!(found instanceof LedgerCall.Reply.Result(long sequence, DirectBuffer message))) {
            throw new IllegalStateException("a query has no stored outcome");
        }
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(message, 0);
        if (header.templateId() != AccountResultDecoder.TEMPLATE_ID) {
            bench.renderer().render(Form.ACTED, message, 0, sequence, answer);
            return true;
        }
        AccountResultDecoder account =
                new AccountResultDecoder().wrapAndApplyHeader(message, 0, header);
        long textSequence = account.textSequence();
        JsonWriter text = request.text().reset();
        boolean hasBankAccount = patch.merge(bench.texts().at(textSequence), text);
        int command = encode(request, attempt, textSequence, hasBankAccount, bench);
        return switch (LedgerCall.ask(bench, command)) {
            case LedgerCall.Reply.Result result -> {
                if (!last && wasChanged(result.message(), 0)) {
                    yield false;
                }
                bench.texts().own(result.sequence(), text);
                bench.renderer().render(Form.ACTED, result.message(), 0, result.sequence(), answer);
                yield true;
            }
            case LedgerCall.Reply.Replay replay -> {
                Frame frame = bench.replay(request, replay.sequence());
                if (!last && wasChanged(frame.buffer(), frame.resultOffset())) {
                    yield false;
                }
                answer.replayed(true);
                bench.renderer()
                        .render(
                                Form.ACTED,
                                frame.buffer(),
                                frame.resultOffset(),
                                frame.sequence(),
                                answer);
                yield true;
            }
        };
    }

    /**
     * Each try has an idempotency hash of its own: a try that came too late is stored as such, and
     * a retry of the request walks over it to the try that counted.
     */
    private static int encode(
            Request request,
            int attempt,
            long textSequence,
            boolean hasBankAccount,
            Workbench bench) {
        UpdateAccountEncoder command = new UpdateAccountEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        if (request.keyed()) {
            command.origin().idempotencyLow(request.idempotencyLow() + attempt - 1);
        }
        command.account(request.id(IdKind.ACCOUNT))
                .hasBankAccount((short) (hasBankAccount ? 1 : 0))
                .expectedTextSequence(textSequence)
                .putText(request.text().array(), 0, request.text().length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }

    private static boolean wasChanged(DirectBuffer message, int offset) {
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(message, offset);
        return header.templateId() == RefusalDecoder.TEMPLATE_ID
                && new RefusalDecoder().wrapAndApplyHeader(message, offset, header).code()
                        == ResultCode.TEXT_CHANGED.number();
    }
}
