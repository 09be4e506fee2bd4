package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.PaymentLinkResultDecoder;
import io.clearhold.core.codec.UpdatePaymentLinkEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.CharSpan;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonName;
import java.util.List;
import org.agrona.DirectBuffer;

/** What a PATCH of a payment link changes: its bounds and texts. Its terms stay what they are. */
final class PaymentLinkPatch implements TextRevision.Change {
    static final JsonFields FIELDS =
            JsonFields.required()
                    .optional(
                            "status",
                            "max_uses",
                            "expires_at",
                            "description",
                            "return_url",
                            "metadata")
                    .keepingNulls();

    private static final JsonName DESCRIPTION = JsonName.of("description");
    private static final JsonName RETURN_URL = JsonName.of("return_url");
    private static final List<JsonName> MEMBERS =
            List.of(DESCRIPTION, RETURN_URL, JsonName.of("splits"), Milestones.MEMBER);

    private final TextPatch text = new TextPatch();

    /** A bit for each bound that is given, as the ledger counts them. */
    private int given;

    private boolean active;
    private long maxUses;
    private long expiresAtMs;

    private PaymentLinkPatch() {}

    static PaymentLinkPatch read(BodyReader body) {
        PaymentLinkPatch patch = new PaymentLinkPatch();
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            patch.member(field, body);
        }
        patch.text.seal();
        return patch;
    }

    /** It makes no more payments. */
    static PaymentLinkPatch deactivation() {
        PaymentLinkPatch patch = new PaymentLinkPatch();
        patch.given = 1;
        patch.text.seal();
        return patch;
    }

    @Override
    public IdKind kind() {
        return IdKind.PAYMENT_LINK;
    }

    @Override
    public int resultTemplate() {
        return PaymentLinkResultDecoder.TEMPLATE_ID;
    }

    @Override
    public int encode(
            Request request,
            int attempt,
            DirectBuffer present,
            MessageHeaderDecoder header,
            Workbench bench) {
        long textSequence =
                new PaymentLinkResultDecoder()
                        .wrapAndApplyHeader(present, 0, header)
                        .textSequence();
        text.merge(MEMBERS, bench.texts().at(textSequence), request.text());
        UpdatePaymentLinkEncoder command = new UpdatePaymentLinkEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        TextRevision.putOrigin(request, attempt, command.origin());
        command.link(request.id(IdKind.PAYMENT_LINK))
                .expectedTextSequence(textSequence)
                .given(given)
                .active((short) (active ? 1 : 0))
                .maxUses(maxUses)
                .expiresAtMs(expiresAtMs)
                .putText(request.text().array(), 0, request.text().length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }

    private void member(int field, BodyReader body) {
        boolean isNull = body.isNull();
        switch (field) {
            case 0 -> {
                if (isNull) {
                    throw body.invalid("cannot be removed");
                }
                active = status(body);
            }
            case 1 -> maxUses = isNull ? 0 : body.integer(1, Long.MAX_VALUE);
            case 2 -> expiresAtMs = isNull ? 0 : body.time();
            case 3 -> {
                if (isNull) {
                    text.remove(DESCRIPTION);
                } else {
                    TextFields.string(body, DESCRIPTION, 0, 500, text.text());
                }
            }
            case 4 -> {
                if (isNull) {
                    text.remove(RETURN_URL);
                } else {
                    TextFields.url(body, RETURN_URL, text.text());
                }
            }
            case 5 -> text.metadata(body);
            default -> throw new IllegalStateException("field " + field);
        }
        given |= field < 3 ? 1 << field : 0;
    }

    private static boolean status(BodyReader body) {
        CharSpan name = body.text(1, 16);
        boolean isActive = "active".contentEquals(name);
        if (!isActive && !"inactive".contentEquals(name)) {
            throw body.invalid("must be active or inactive");
        }
        return isActive;
    }
}
