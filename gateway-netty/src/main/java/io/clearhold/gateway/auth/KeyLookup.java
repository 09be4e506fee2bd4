package io.clearhold.gateway.auth;

import io.clearhold.core.codec.GetObjectEncoder;
import io.clearhold.core.codec.KeyResultDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.port.ReplyHandler;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** Asks the ledger for a key and remembers it, on the writer's thread: see {@link KeyDirectory}. */
public final class KeyLookup implements ReplyHandler {
    /** How it ended. */
    public sealed interface End {
        record Found(KnownKey key) implements End {}

        /** No such key, or another generation of it, or revoked. */
        record Invalid() implements End {}

        record Failed(Failure failure) implements End {}
    }

    private final KeyDirectory keys;
    private final Authenticator.Outcome.Unknown wanted;
    private final Consumer<End> then;

    /**
     * A lookup for one request.
     *
     * @param then called on the ledger's writer thread; returns at once
     */
    public KeyLookup(KeyDirectory keys, Authenticator.Outcome.Unknown wanted, Consumer<End> then) {
        this.keys = keys;
        this.wanted = wanted;
        this.then = then;
    }

    /** Encodes the question; returns its length. */
    public int encode(MutableDirectBuffer buffer) {
        GetObjectEncoder query = new GetObjectEncoder();
        query.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        query.origin()
                .role((short) Role.SYSTEM.code())
                .renderer((short) 0)
                .attempt(0)
                .reserved(0)
                .platform(0)
                .subject(0)
                .key(0)
                .idempotencyHigh(0)
                .idempotencyLow(0)
                .digestHigh(0)
                .digestLow(0);
        query.object(wanted.keyId()).kind((short) IdKind.KEY.code());
        return MessageHeaderEncoder.ENCODED_LENGTH + query.encodedLength();
    }

    @Override
    public void onResult(
            long sequence, boolean framed, DirectBuffer result, int offset, int length) {
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(result, offset);
        if (header.templateId() != KeyResultDecoder.TEMPLATE_ID) {
            then.accept(new End.Invalid());
            return;
        }
        KeyResultDecoder key = new KeyResultDecoder().wrapAndApplyHeader(result, offset, header);
        Role role = Role.of(key.role());
        Credential.ApiKey credential =
                new Credential.ApiKey(key.key(), role, key.platform(), key.account());
        KnownKey known = new KnownKey(credential, key.revoked() != 0, wanted.token());
        boolean prefix = (role == Role.OPERATOR) == wanted.token().startsWith("ok_");
        if (key.generation() != wanted.generation() || !prefix) {
            then.accept(new End.Invalid());
            return;
        }
        keys.put(known);
        then.accept(known.revoked() ? new End.Invalid() : new End.Found(known));
    }

    @Override
    public void onReplay(long sequence) {
        then.accept(new End.Invalid());
    }

    @Override
    public void onFailure(Failure failure) {
        then.accept(new End.Failed(failure));
    }
}
