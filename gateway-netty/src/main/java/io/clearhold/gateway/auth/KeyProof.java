package io.clearhold.gateway.auth;

import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.port.Ledger;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.agrona.ExpandableArrayBuffer;

/** Says whether a key is valid, to who may wait for the ledger. Safe for many threads. */
public final class KeyProof {
    /** A key that was shown once, without its secret. */
    public record Shown(Credential.ApiKey key, int generation) {}

    private final Secrets secrets;
    private final KeyDirectory keys;
    private final Ledger ledger;
    private final long timeoutMs;

    public KeyProof(Secrets secrets, KeyDirectory keys, Ledger ledger, long timeoutMs) {
        this.secrets = secrets;
        this.keys = keys;
        this.ledger = ledger;
        this.timeoutMs = timeoutMs;
    }

    /**
     * The key that a secret proves. The ledger is asked in any case, so that the time it takes does
     * not tell which part of a wrong secret is right.
     */
    public Optional<Shown> prove(String secret) throws InterruptedException {
        long keyId = Secrets.keyId(secret);
        int generation = keyId == ObjectId.NONE ? 0 : secrets.generation(secret);
        return ask(new Authenticator.Outcome.Unknown(keyId, generation, secret))
                .map(key -> new Shown(key, generation));
    }

    /** Whether a key that was shown is valid still: as a request with it would find it. */
    public boolean isValid(Shown shown) throws InterruptedException {
        long keyId = shown.key().keyId();
        Role role = shown.key().role();
        String secret = secrets.apiKey(role, keyId, shown.generation());
        KnownKey known = keys.get(keyId);
        return known != null
                ? known.proves(secret)
                : ask(new Authenticator.Outcome.Unknown(keyId, shown.generation(), secret))
                        .isPresent();
    }

    private Optional<Credential.ApiKey> ask(Authenticator.Outcome.Unknown wanted)
            throws InterruptedException {
        CompletableFuture<KeyLookup.End> answer = new CompletableFuture<>();
        KeyLookup lookup = new KeyLookup(keys, wanted, answer::complete);
        ExpandableArrayBuffer message = new ExpandableArrayBuffer(256);
        switch (ledger.offer(message, 0, lookup.encode(message), lookup)) {
            case ACCEPTED -> {}
            case FULL -> throw RequestRefused.of(ProblemCode.OVERLOADED);
            case STOPPED -> throw RequestRefused.of(ProblemCode.UNAVAILABLE);
        }
        try {
            return switch (answer.get(timeoutMs, TimeUnit.MILLISECONDS)) {
                case KeyLookup.End.Found found -> Optional.of(found.key().credential());
                case KeyLookup.End.Invalid invalid -> Optional.empty();
                case KeyLookup.End.Failed failed ->
                        throw RequestRefused.of(ProblemCode.UNAVAILABLE);
            };
        } catch (TimeoutException e) {
            throw RequestRefused.of(ProblemCode.UNAVAILABLE);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a lookup always ends", e);
        }
    }
}
