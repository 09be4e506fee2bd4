package io.clearhold.gateway.operation;

import io.clearhold.core.codec.OriginEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.gateway.auth.Credential;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import io.clearhold.gateway.render.ResultRenderer;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request that arrived completely. Each connection has one and reuses it: at most one request of
 * a connection is in progress.
 */
public final class Request {
    private static final int INITIAL_BODY = 1024;

    private final JsonWriter text = new JsonWriter(512);
    private String method = "";
    private String target = "";
    private String path = "";
    private String pathParameter = "";
    private HttpHeaders headers = new DefaultHttpHeaders();
    private byte[] body = new byte[INITIAL_BODY];
    private int bodyLength;
    private long id;
    private @Nullable Credential credential;
    private @Nullable BodyFile file;
    private boolean keyed;
    private long idempotencyHigh;
    private long idempotencyLow;
    private long digestHigh;
    private long digestLow;

    /** Takes over the head of a new request. */
    public void begin(String newMethod, String newTarget, HttpHeaders newHeaders, long newId) {
        method = newMethod;
        target = newTarget;
        path = pathOf(newTarget);
        pathParameter = "";
        headers = newHeaders;
        bodyLength = 0;
        if (body.length > 16 * INITIAL_BODY) {
            body = new byte[INITIAL_BODY];
        }
        id = newId;
        credential = null;
        keyed = false;
        idempotencyHigh = 0;
        idempotencyLow = 0;
        digestHigh = 0;
        digestLow = 0;
        text.reset();
        dropFile();
    }

    /** From now on the body goes to a file. */
    public void file(BodyFile newFile) {
        file = newFile;
    }

    /** The file with the body, null if it is in memory. */
    public @Nullable BodyFile file() {
        return file;
    }

    /** Nobody needs the file any more. */
    public void dropFile() {
        BodyFile old = file;
        if (old != null) {
            file = null;
            old.discard();
        }
    }

    /** Room for {@code count} more bytes of body, at {@link #bodyLength}. */
    public byte[] bodyFor(int count) {
        if (bodyLength + count > body.length) {
            body = Arrays.copyOf(body, Math.max(body.length * 2, bodyLength + count));
        }
        return body;
    }

    public void bodyAdvance(int count) {
        bodyLength += count;
    }

    public String method() {
        return method;
    }

    /** Path and query as they came. */
    public String target() {
        return target;
    }

    public String path() {
        return path;
    }

    public void pathParameter(String value) {
        pathParameter = value;
    }

    /** The one variable part of the path. */
    public String pathParameter() {
        return pathParameter;
    }

    /**
     * The id in the path, {@link ObjectId#NONE} if it cannot be one: the ledger then refuses it as
     * it refuses any id it does not know, in its turn.
     */
    public long id(IdKind kind) {
        return ObjectId.parse(kind, pathParameter);
    }

    public HttpHeaders headers() {
        return headers;
    }

    public byte[] body() {
        return body;
    }

    public int bodyLength() {
        return bodyLength;
    }

    /** The request's own id. */
    public long requestId() {
        return id;
    }

    /** The text that travels with the command; it stays until the answer is written. */
    public JsonWriter text() {
        return text;
    }

    public void credential(Credential value) {
        credential = value;
    }

    public Credential credential() {
        return Objects.requireNonNull(credential, "the route asks for no credential");
    }

    public Role role() {
        return credential().role();
    }

    /** Whether it has an idempotency key. */
    public boolean keyed() {
        return keyed;
    }

    public long idempotencyHigh() {
        return idempotencyHigh;
    }

    public long idempotencyLow() {
        return idempotencyLow;
    }

    public long digestHigh() {
        return digestHigh;
    }

    public long digestLow() {
        return digestLow;
    }

    /** Computes the hashes of a write; {@code key} is null if it came without one. */
    void hash(Digests digests, @Nullable String key) {
        BodyFile inFile = file;
        if (inFile == null) {
            digests.request(method, target, body, bodyLength);
        } else {
            digests.request(method, target, inFile.hash(), inFile.hash().length);
        }
        digestHigh = digests.high();
        digestLow = digests.low();
        keyed = key != null;
        if (key != null) {
            digests.idempotency(credential(), key);
            idempotencyHigh = digests.high();
            idempotencyLow = digests.low();
        }
    }

    /** Encodes who asks, and under which idempotency key. */
    void putOrigin(OriginEncoder origin) {
        origin.role((short) role().code())
                .renderer(ResultRenderer.VERSION)
                .reserved(0)
                .idempotencyHigh(idempotencyHigh)
                .idempotencyLow(idempotencyLow)
                .digestHigh(digestHigh)
                .digestLow(digestLow);
        switch (credential()) {
            case Credential.ApiKey key ->
                    origin.attempt(0)
                            .platform(key.platform())
                            .subject(key.role() == Role.ACCOUNT ? key.account() : 0)
                            .key(key.keyId());
            case Credential.ClientSecret secret ->
                    origin.attempt(0).platform(0).subject(secret.payment()).key(0);
            case Credential.LinkSecret secret ->
                    origin.attempt(0).platform(0).subject(secret.link()).key(0);
            case Credential.PayerSecret secret ->
                    origin.attempt(secret.attempt()).platform(0).subject(secret.payment()).key(0);
        }
    }

    /** Refuses a credential of a kind that may never call the route. */
    public void authorize(Route route) {
        if (!route.roles().contains(role())) {
            throw RequestRefused.of(ProblemCode.FORBIDDEN);
        }
    }

    /** The path of an origin-form or absolute-form target. */
    private static String pathOf(String target) {
        int start = 0;
        if (!target.startsWith("/")) {
            int scheme = target.indexOf("://");
            int slash = scheme < 0 ? -1 : target.indexOf('/', scheme + 3);
            start = Math.max(slash, 0);
        }
        int query = target.indexOf('?', start);
        if (query >= 0) {
            return target.substring(start, query);
        }
        return start == 0 ? target : target.substring(start);
    }
}
