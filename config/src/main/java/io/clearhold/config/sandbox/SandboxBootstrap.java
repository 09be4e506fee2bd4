package io.clearhold.config.sandbox;

import io.clearhold.config.engine.CommandMessage;
import io.clearhold.config.engine.IdempotencyHash;
import io.clearhold.config.engine.LedgerCalls;
import io.clearhold.config.engine.SystemCommands;
import io.clearhold.config.json.JsonMembers;
import io.clearhold.core.codec.AccountResultDecoder;
import io.clearhold.core.codec.KeyResultDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.AccountType;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.gateway.auth.Secrets;
import java.nio.file.Path;

/**
 * Makes a sandbox's first keys and accounts. Each command has an idempotency hash of its own that
 * never changes, so that every start sends them all: what is there already answers with what it
 * was, after a crash at any point and after the file was lost.
 */
public final class SandboxBootstrap {
    private static final long PLATFORM = 1;
    private static final long OPERATORS = 0;

    private final LedgerCalls ledger;
    private final Secrets secrets;

    public SandboxBootstrap(LedgerCalls ledger, Secrets secrets) {
        this.ledger = ledger;
        this.secrets = secrets;
    }

    /** Makes what is missing, and sees to it that the file says so. */
    public SandboxKeys run(Path file) {
        SandboxKeys keys =
                new SandboxKeys(
                        key(Role.PLATFORM, PLATFORM, "sandbox platform"),
                        key(Role.OPERATOR, OPERATORS, "first operator"),
                        key(Role.OPERATOR, OPERATORS, "second operator"),
                        account(AccountType.MERCHANT, "Sandbox Merchant", "6222020000001111"),
                        account(AccountType.BUYER, "Sandbox Buyer", "6222020000002222"));
        if (!keys.isIn(file)) {
            keys.write(file);
        }
        return keys;
    }

    private String key(Role role, long platform, String person) {
        CommandMessage command =
                SystemCommands.createKey(
                        role,
                        platform,
                        ObjectId.NONE,
                        JsonMembers.of("person", person).withoutBraces(),
                        secrets.person(person),
                        IdempotencyHash.of("clearhold sandbox key: " + person));
        KeyResultDecoder result = new KeyResultDecoder();
        result.wrapAndApplyHeader(ledger.call(command).message(), 0, new MessageHeaderDecoder());
        return secrets.apiKey(role, result.key(), result.generation());
    }

    private String account(AccountType type, String name, String number) {
        String text =
                """
                "name":"%s","bank_account":{"holder":"%s","number":"%s",\
                "bank":"Sandbox Bank","scheme":"sandbox"}\
                """
                        .formatted(name, name, number);
        CommandMessage command =
                SystemCommands.createAccount(
                        PLATFORM,
                        type,
                        text,
                        IdempotencyHash.of("clearhold sandbox account: " + name));
        AccountResultDecoder result = new AccountResultDecoder();
        result.wrapAndApplyHeader(ledger.call(command).message(), 0, new MessageHeaderDecoder());
        return ObjectId.toText(IdKind.ACCOUNT, result.account());
    }
}
