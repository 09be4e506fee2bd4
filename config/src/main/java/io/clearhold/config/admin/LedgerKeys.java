package io.clearhold.config.admin;

import io.clearhold.config.engine.CommandMessage;
import io.clearhold.config.engine.IdempotencyHash;
import io.clearhold.config.engine.LedgerCalls;
import io.clearhold.config.engine.OpenLedger;
import io.clearhold.config.engine.RegisteredKey;
import io.clearhold.config.engine.SystemCommands;
import io.clearhold.config.json.JsonMembers;
import io.clearhold.core.codec.KeyResultDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.gateway.auth.Secrets;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;

/** Administers keys by commands to a ledger in this process. Safe for many threads. */
public final class LedgerKeys implements KeyAdministration {
    private static final long FIRST_PLATFORM = 1;

    private final OpenLedger ledger;
    private final Secrets secrets;
    private final LongConsumer onRevoked;

    /**
     * @param onRevoked gets the id of each key that has just ended, so that who remembers it
     *     forgets
     */
    public LedgerKeys(OpenLedger ledger, Secrets secrets, LongConsumer onRevoked) {
        this.ledger = ledger;
        this.secrets = secrets;
        this.onRevoked = onRevoked;
    }

    @Override
    public Created create(NewKey key) {
        long platform =
                switch (key.role()) {
                    case PLATFORM -> key.platform() == 0 ? FIRST_PLATFORM : key.platform();
                    // The ledger takes an account key's platform from its account.
                    case ACCOUNT, OPERATOR, AUDITOR -> 0;
                    case SYSTEM, CLIENT_SECRET, PAYER_SECRET, LINK_SECRET ->
                            throw new RefusedException("no key has the role " + key.role().label());
                };
        long account = key.role() == Role.ACCOUNT ? id(IdKind.ACCOUNT, key.account()) : 0;
        String text =
                key.person().isEmpty()
                        ? ""
                        : JsonMembers.of("person", key.person()).withoutBraces();
        CommandMessage command =
                SystemCommands.createKey(
                        key.role(),
                        platform,
                        account,
                        text,
                        secrets.person(key.person()),
                        IdempotencyHash.NONE);
        KeyResultDecoder result = new KeyResultDecoder();
        result.wrapAndApplyHeader(call(command).message(), 0, new MessageHeaderDecoder());
        return new Created(
                ObjectId.toText(IdKind.KEY, result.key()),
                secrets.apiKey(key.role(), result.key(), result.generation()));
    }

    @Override
    public void revoke(String id) {
        long key = id(IdKind.KEY, id);
        call(SystemCommands.revokeKey(key));
        onRevoked.accept(key);
    }

    @Override
    public List<Listed> list() {
        return ledger.keys().list(ledger.engine()).stream().map(LedgerKeys::listed).toList();
    }

    private static Listed listed(RegisteredKey key) {
        return new Listed(
                ObjectId.toText(IdKind.KEY, key.id()),
                key.role().label(),
                key.platform() == 0 ? "" : Long.toString(key.platform()),
                key.account() == 0 ? "" : ObjectId.toText(IdKind.ACCOUNT, key.account()),
                key.person(),
                Instant.ofEpochMilli(key.createdAtMs()).toString(),
                key.revoked() ? "revoked" : "active");
    }

    private LedgerCalls.Result call(CommandMessage command) {
        try {
            return ledger.calls().call(command);
        } catch (LedgerCalls.RefusedException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
    }

    private static long id(IdKind kind, String text) {
        long id = ObjectId.parse(kind, text);
        if (id == ObjectId.NONE) {
            throw new RefusedException(
                    "\"" + text + "\" is not an id of the form " + kind.prefix() + "…");
        }
        return id;
    }
}
