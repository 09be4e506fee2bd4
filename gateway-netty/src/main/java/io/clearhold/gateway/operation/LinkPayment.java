package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.PaymentLinkResultDecoder;
import io.clearhold.core.codec.UsePaymentLinkEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.gateway.json.Base32;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A payment by a link. Its text is made of the link's, and it has a reference of its own: the
 * link's id and thirteen characters by chance, which enter the journal with the command.
 */
final class LinkPayment implements TextRevision.Change {
    static final JsonFields FIELDS = JsonFields.required().optional("payer");

    private static final JsonName REFERENCE = JsonName.of("reference");
    private static final List<JsonName> MEMBERS =
            List.of(JsonName.of("description"), JsonName.of("return_url"), Milestones.MEMBER);

    private final TextPatch text = new TextPatch();
    private long payer;

    private LinkPayment() {}

    static LinkPayment read(@Nullable BodyReader body) {
        LinkPayment payment = new LinkPayment();
        while (body != null && body.nextField(FIELDS) >= 0) {
            payment.payer = body.id(IdKind.ACCOUNT);
        }
        payment.text.seal();
        return payment;
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
        PaymentLinkResultDecoder link =
                new PaymentLinkResultDecoder().wrapAndApplyHeader(present, 0, header);
        long textSequence = link.textSequence();
        JsonWriter out = request.text();
        out.name(REFERENCE);
        int from = out.length();
        out.string(reference(link.link()));
        bench.digests().reference(link.payee(), out.array(), from, out.length() - from);
        long high = bench.digests().high();
        long low = bench.digests().low();
        text.merge(MEMBERS, bench.texts().at(textSequence), out);
        UsePaymentLinkEncoder command = new UsePaymentLinkEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        TextRevision.putOrigin(request, attempt, command.origin());
        command.link(link.link())
                .expectedTextSequence(textSequence)
                .payer(payer)
                .referenceHigh(high)
                .referenceLow(low)
                .putText(out.array(), 0, out.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }

    private static String reference(long link) {
        byte[] chance = new byte[Base32.LONG_LENGTH];
        Base32.put(ThreadLocalRandom.current().nextLong(), chance, 0);
        return ObjectId.toText(IdKind.PAYMENT_LINK, link)
                + '-'
                + new String(chance, StandardCharsets.US_ASCII);
    }
}
