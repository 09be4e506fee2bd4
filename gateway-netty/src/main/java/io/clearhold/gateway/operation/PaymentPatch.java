package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.PaymentResultDecoder;
import io.clearhold.core.codec.UpdatePaymentEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonName;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * What a PATCH of a payment changes. Null stands for what a new payment has without the member: the
 * default, the payee's pricing, no splits, no milestones, no text.
 */
final class PaymentPatch implements TextRevision.Change {
    static final JsonFields FIELDS =
            JsonFields.required()
                    .optional(
                            "amount",
                            "pay_by",
                            "ship_by",
                            "auto_refund",
                            "auto_confirm_after",
                            "fee",
                            "splits",
                            "milestones",
                            "description",
                            "return_url",
                            "metadata")
                    .keepingNulls();

    private static final JsonName REFERENCE = JsonName.of("reference");
    private static final JsonName DESCRIPTION = JsonName.of("description");
    private static final JsonName RETURN_URL = JsonName.of("return_url");
    private static final List<JsonName> MEMBERS =
            List.of(REFERENCE, DESCRIPTION, RETURN_URL, Milestones.MEMBER);

    private static final int AMOUNT = 0;
    private static final int MILESTONES = 7;

    private final TextPatch text = new TextPatch();
    private final PaymentTerms terms = new PaymentTerms();

    /** A bit for each term that is given, as the ledger counts them; texts have none. */
    private int given;

    private long amount;
    private long payByMs;
    private long shipByMs;
    private boolean autoRefund;
    private long autoConfirmAfterSeconds = CreatePayment.NOT_GIVEN;

    private PaymentPatch() {}

    static PaymentPatch read(BodyReader body, Workbench bench) {
        PaymentPatch patch = new PaymentPatch();
        patch.terms.reset();
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            patch.member(field, body, bench.digests());
        }
        patch.text.seal();
        return patch;
    }

    @Override
    public IdKind kind() {
        return IdKind.PAYMENT;
    }

    @Override
    public int resultTemplate() {
        return PaymentResultDecoder.TEMPLATE_ID;
    }

    @Override
    public int encode(
            Request request,
            int attempt,
            DirectBuffer present,
            MessageHeaderDecoder header,
            Workbench bench) {
        long textSequence =
                new PaymentResultDecoder().wrapAndApplyHeader(present, 0, header).textSequence();
        text.merge(MEMBERS, bench.texts().at(textSequence), request.text());
        UpdatePaymentEncoder command = new UpdatePaymentEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        TextRevision.putOrigin(request, attempt, command.origin());
        command.payment(request.id(IdKind.PAYMENT))
                .expectedTextSequence(textSequence)
                .given(given)
                .amount(amount)
                .payByMs(payByMs)
                .shipByMs(shipByMs)
                .autoRefund((short) (autoRefund ? 1 : 0))
                .autoConfirmAfterSeconds(autoConfirmAfterSeconds)
                .feeKind(terms.fee.kindCode())
                .feeValue(terms.fee.value())
                .feeMin(terms.fee.min())
                .feeMax(terms.fee.max());
        UpdatePaymentEncoder.SplitsEncoder splits = command.splitsCount(terms.splitCount());
        for (int i = 0; i < terms.splitCount(); i++) {
            splits.next()
                    .account(terms.splitAccount(i))
                    .kind(terms.splitKind(i))
                    .value(terms.splitValue(i));
        }
        UpdatePaymentEncoder.MilestonesEncoder milestones =
                command.milestonesCount(terms.milestones.count());
        for (int i = 0; i < terms.milestones.count(); i++) {
            milestones.next().name(terms.milestones.name(i)).amount(terms.milestones.amount(i));
        }
        command.putText(request.text().array(), 0, request.text().length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }

    private void member(int field, BodyReader body, Digests digests) {
        if (field > MILESTONES) {
            textMember(field, body);
            return;
        }
        given |= 1 << field;
        if (body.isNull()) {
            if (field == AMOUNT) {
                throw body.invalid("cannot be removed");
            }
            if (field == MILESTONES) {
                text.remove(Milestones.MEMBER);
            }
            return;
        }
        switch (field) {
            case AMOUNT -> amount = body.amount();
            case 1 -> payByMs = body.time();
            case 2 -> shipByMs = body.time();
            case 3 -> autoRefund = body.bool();
            case 4 -> autoConfirmAfterSeconds = body.integer(1, CreatePayment.LONGEST_SECONDS);
            case 5 -> {
                body.beginObject();
                terms.fee.read(body, "/fee");
            }
            case 6 -> terms.readSplits(body);
            case MILESTONES -> terms.milestones.read(body, digests, text.text());
            default -> throw new IllegalStateException("field " + field);
        }
    }

    private void textMember(int field, BodyReader body) {
        switch (field) {
            case 8 -> {
                if (body.isNull()) {
                    text.remove(DESCRIPTION);
                } else {
                    TextFields.string(body, DESCRIPTION, 0, 500, text.text());
                }
            }
            case 9 -> {
                if (body.isNull()) {
                    text.remove(RETURN_URL);
                } else {
                    TextFields.url(body, RETURN_URL, text.text());
                }
            }
            case 10 -> text.metadata(body);
            default -> throw new IllegalStateException("field " + field);
        }
    }
}
