package io.clearhold.config.command;

import io.clearhold.config.admin.KeyAdministration;
import io.clearhold.config.admin.KeyAdministration.Created;
import io.clearhold.config.admin.KeyAdministration.Listed;
import io.clearhold.config.admin.KeyAdministration.NewKey;
import io.clearhold.config.admin.KeyAdministrations;
import io.clearhold.config.data.DataFolder;
import io.clearhold.config.data.MasterKey;
import io.clearhold.config.data.SigningKeys;
import io.clearhold.config.settings.Settings;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.port.LedgerProofs;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clearhold keys}: API keys without having one. */
@Command(
        name = "keys",
        description =
                "Makes, lists and ends API keys, on a running server or on a stopped one's journal.",
        subcommands = {
            KeysCommand.Create.class,
            KeysCommand.List.class,
            KeysCommand.Revoke.class,
            KeysCommand.Signing.class
        })
final class KeysCommand {
    private KeysCommand() {}

    private static <T> T administer(
            SettingsOptions options, Function<KeyAdministration, T> request) {
        Settings settings = options.load(Map.of());
        return KeyAdministrations.with(settings, System.getenv(), request);
    }

    /** A key that is looked for in the wrong folder must not begin a journal there. */
    private static <T> T administerExisting(
            SettingsOptions options, Function<KeyAdministration, T> request) {
        options.folder().requireJournal();
        return administer(options, request);
    }

    /** {@code clearhold keys create}. */
    @Command(
            name = "create",
            description = "Makes a key and prints its secret, this once.",
            footer = {
                "",
                "  clearhold keys create --role operator --person \"Li Wei\"",
                "  clearhold keys create --role platform --platform 2",
                "  clearhold keys create --role account --account acc_0000000002000"
            })
    static final class Create implements Callable<Integer> {
        enum KeyRole {
            PLATFORM(Role.PLATFORM),
            OPERATOR(Role.OPERATOR),
            AUDITOR(Role.AUDITOR),
            ACCOUNT(Role.ACCOUNT);

            private final Role role;

            KeyRole(Role role) {
                this.role = role;
            }

            @Override
            public String toString() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        @Mixin private SettingsOptions options = new SettingsOptions();

        @Spec private CommandSpec spec = CommandSpec.create();

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = "${COMPLETION-CANDIDATES}.")
        private KeyRole role = KeyRole.PLATFORM;

        @Option(
                names = "--account",
                paramLabel = "ACCOUNT",
                defaultValue = "",
                description = "The account of an account key, acc_….")
        private String account = "";

        @Option(
                names = "--platform",
                paramLabel = "NUMBER",
                defaultValue = "1",
                description = "The platform of a platform key, 1 by default.")
        private long platform = 1;

        @Option(
                names = "--person",
                paramLabel = "NAME",
                defaultValue = "",
                description = "Whose key it is; operators need it for approvals.")
        private String person = "";

        @Override
        public Integer call() {
            boolean forAccount = role == KeyRole.ACCOUNT;
            if (forAccount == account.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(),
                        forAccount
                                ? "an account key needs --account"
                                : "--account is only for account keys");
            }
            if (platform < 1) {
                throw new ParameterException(spec.commandLine(), "--platform must be 1 or more");
            }
            if (role == KeyRole.OPERATOR && person.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "an operator key needs --person: approvals need two different ones");
            }
            if (!Files.isDirectory(options.folder().journal())) {
                System.err.println("clearhold: a new journal begins in " + options.folder().root());
            }
            Created created =
                    administer(
                            options,
                            keys -> keys.create(new NewKey(role.role, platform, account, person)));
            System.out.println("id      " + created.id());
            System.out.println("secret  " + created.secret());
            return 0;
        }
    }

    /** {@code clearhold keys list}. */
    @Command(name = "list", description = "Prints all keys, oldest first; never a secret.")
    static final class List implements Callable<Integer> {
        private static final String LINE = "%-17s  %-8s  %-8s  %-8s  %-17s  %-24s  %s%n";

        @Mixin private SettingsOptions options = new SettingsOptions();

        @Override
        public Integer call() {
            java.util.List<Listed> keys = administerExisting(options, KeyAdministration::list);
            System.out.printf(
                    LINE, "ID", "ROLE", "STATUS", "PLATFORM", "ACCOUNT", "CREATED", "PERSON");
            for (Listed key : keys) {
                System.out.printf(
                        LINE,
                        key.id(),
                        key.role(),
                        key.status(),
                        key.platform(),
                        key.account(),
                        key.createdAt(),
                        key.person());
            }
            return 0;
        }
    }

    /** {@code clearhold keys signing}. */
    @Command(
            name = "signing",
            description = "Prints the public key under which heads of the ledger are signed.")
    static final class Signing implements Callable<Integer> {
        @Mixin private SettingsOptions options = new SettingsOptions();

        @Override
        public Integer call() {
            Settings settings = options.load(Map.of());
            DataFolder folder = options.folder().requireJournal();
            MasterKey masterKey = MasterKey.load(folder, settings.mode(), System.getenv());
            LedgerProofs.SigningKey key = SigningKeys.of(masterKey).publicKey();
            System.out.println("keyid       " + key.keyId());
            System.out.println("algorithm   ed25519");
            System.out.println("public key  " + key.publicKey());
            return 0;
        }
    }

    /** {@code clearhold keys revoke}. */
    @Command(
            name = "revoke",
            description = "Ends a key; requests with it are refused from then on.")
    static final class Revoke implements Callable<Integer> {
        @Mixin private SettingsOptions options = new SettingsOptions();

        @Parameters(paramLabel = "KEY", description = "Its id, key_….")
        private String id = "";

        @Override
        public Integer call() {
            administerExisting(
                    options,
                    keys -> {
                        keys.revoke(id);
                        return id;
                    });
            System.out.println("revoked " + id);
            return 0;
        }
    }
}
