package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.gateway.auth.Credential;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import io.clearhold.gateway.render.ResultRenderer;
import io.clearhold.gateway.render.RowRenderer;
import io.clearhold.gateway.render.Texts;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The tools that handling a request takes, made once for each event loop (and for each slow
 * operation) and reused, so that a request leaves little garbage. Confined to one thread.
 */
public final class Workbench implements AutoCloseable {
    private final GatewayParts parts;
    private final BodyReader body = new BodyReader();
    private final ExpandableArrayBuffer message = new ExpandableArrayBuffer(4096);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final OriginDecoder origin = new OriginDecoder();
    private final Frame replayed = new Frame();
    private final Digests digests;
    private final Texts texts;
    private final ResultRenderer renderer;
    private final PaymentTerms paymentTerms = new PaymentTerms();

    public Workbench(GatewayParts parts) {
        this.parts = parts;
        this.digests = new Digests(parts.secrets().newReferenceMac());
        this.texts = new Texts(parts.ledger());
        this.renderer =
                new ResultRenderer(
                        parts.settings(), parts.secrets(), texts, parts.webhooks().failing());
    }

    public GatewayParts parts() {
        return parts;
    }

    public MutableDirectBuffer message() {
        return message;
    }

    MessageHeaderEncoder header() {
        return header;
    }

    Digests digests() {
        return digests;
    }

    public Texts texts() {
        return texts;
    }

    public ResultRenderer renderer() {
        return renderer;
    }

    /** Renders rows of the view for a caller. */
    RowRenderer rows(Credential caller) {
        return new RowRenderer(parts.settings(), parts.secrets(), caller);
    }

    PaymentTerms paymentTerms() {
        return paymentTerms;
    }

    /** Computes the hashes of a write. */
    public void hash(Request request, @Nullable String idempotencyKey) {
        request.hash(digests, idempotencyKey);
    }

    /** Opens the body of a request; null if it is empty, which only some operations allow. */
    @Nullable BodyReader bodyIfAny(Request request) {
        return body.open(request.body(), request.bodyLength()) ? body : null;
    }

    /** Opens the body of a request whose operation has required fields. */
    BodyReader body(Request request) {
        BodyReader open = bodyIfAny(request);
        if (open == null) {
            throw RequestRefused.of(ProblemCode.INVALID_JSON, "The body is empty.");
        }
        return open;
    }

    /** Reads a body that has nothing to say: none, or an empty object. */
    void noBody(Request request) {
        BodyReader open = bodyIfAny(request);
        if (open != null) {
            open.nextField(JsonFields.NONE);
        }
    }

    /**
     * The frame with the first outcome of this request's idempotency key, valid until the next
     * call. Refuses a request that is not the one that was asked first.
     */
    public Frame replay(Request request, long sequence) {
        if (!texts.read(sequence, replayed)) {
            throw RequestRefused.of(
                    ProblemCode.OUTCOME_UNKNOWN, "The stored answer cannot be read at present.");
        }
        origin.wrap(
                replayed.buffer(), replayed.commandOffset() + MessageHeaderEncoder.ENCODED_LENGTH);
        boolean same =
                origin.digestHigh() == request.digestHigh()
                        && origin.digestLow() == request.digestLow();
        if (!same) {
            throw RequestRefused.of(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        }
        return replayed;
    }

    @Override
    public void close() {
        texts.close();
    }
}
