package io.clearhold.config.settings;

import com.typesafe.config.Config;
import io.clearhold.bank.dispatch.BankDispatchSettings;
import io.clearhold.bank.intake.IntakeSettings;
import io.clearhold.bank.statement.StatementLimits;
import io.clearhold.core.lifecycle.ServerMode;
import io.clearhold.core.view.Cursor;
import io.clearhold.gateway.webhook.WebhookSettings;
import io.clearhold.ledger.audit.AuditSettings;
import io.clearhold.ledger.engine.EngineSettings;
import io.clearhold.ledger.journal.JournalSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * All settings of a server, checked.
 *
 * @param data folder of everything that the server keeps
 * @param mode sandbox or production
 * @param http where and how the API is served
 * @param engine limits of the engine
 * @param journal how the journal uses its disk
 * @param ledger what decisions read, sent to the journal as a command
 * @param payouts what decisions about payouts read, sent like the ledger's
 * @param sandboxBank the sandbox bank and how it is reached
 * @param dispatch bounds of bank dispatch
 * @param database the view
 * @param statements bounds of a bank's statement file
 * @param intake bounds of its import
 * @param webhooks bounds of deliveries
 * @param audit bounds of the proof
 * @param archive where old files of the journal go
 * @param snapshots when they are made
 * @param log where and how to log
 * @param sizeIntervalMs between two looks at the sizes of files in the data folder
 * @param stopTimeoutMs how long a stop may take
 * @param warnings sentences about what was set and means nothing
 */
public record Settings(
        Path data,
        ServerMode mode,
        HttpSettings http,
        EngineSettings engine,
        JournalSettings journal,
        ArchiveSettings archive,
        LedgerSettings ledger,
        PayoutOptions payouts,
        SandboxBankOptions sandboxBank,
        BankDispatchSettings dispatch,
        DatabaseSettings database,
        StatementLimits statements,
        IntakeSettings intake,
        WebhookSettings webhooks,
        AuditSettings audit,
        SnapshotSettings snapshots,
        LogSettings log,
        long sizeIntervalMs,
        long stopTimeoutMs,
        List<String> warnings) {
    private static final List<String> MODES =
            List.of(ServerMode.SANDBOX.label(), ServerMode.PRODUCTION.label());

    public Settings {
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads and checks all of them.
     *
     * @throws SettingsException one sentence about the first that is wrong
     */
    public static Settings load(SettingsSources sources) {
        return load(sources, RetiredSettings.KNOWN);
    }

    static Settings load(SettingsSources sources, RetiredSettings retired) {
        Config merged = MergedSettings.of(sources, retired);
        List<String> warnings =
                SettingNames.unknown(sources.environment().keySet(), MergedSettings.keys(merged))
                        .stream()
                        .map(name -> name + " is set in the environment, but is not a setting")
                        .toList();
        return read(new SettingsReader(merged), warnings);
    }

    /** The keys that there are, sorted. */
    public static Set<String> keys() {
        return MergedSettings.keys(MergedSettings.reference());
    }

    static Settings read(SettingsReader reader, List<String> warnings) {
        String label = reader.choice("mode", MODES);
        ServerMode mode =
                label.equals(ServerMode.SANDBOX.label())
                        ? ServerMode.SANDBOX
                        : ServerMode.PRODUCTION;
        return new Settings(
                reader.path("data"),
                mode,
                HttpSettings.read(reader),
                engine(reader),
                new JournalSettings(reader.bytes("journal.preallocation", 0, 16L << 30)),
                ArchiveSettings.read(reader),
                LedgerSettings.read(reader),
                PayoutOptions.read(reader),
                SandboxBankOptions.read(reader),
                dispatch(reader),
                DatabaseSettings.read(reader),
                StatementOptions.read(reader),
                StatementOptions.intake(reader, mode),
                webhooks(reader, mode),
                audit(reader),
                SnapshotSettings.read(reader),
                LogSettings.read(reader),
                reader.durationMs("metrics.size-interval", 100),
                reader.durationMs("stop-timeout", 1_000),
                warnings);
    }

    private static WebhookSettings webhooks(SettingsReader reader, ServerMode mode) {
        long firstRetryMs = reader.durationMs("webhooks.first-retry", 1);
        return new WebhookSettings(
                mode == ServerMode.SANDBOX,
                reader.integer("webhooks.attempt-limit", 1, 4_096),
                reader.integer("webhooks.endpoint-attempt-limit", 1, 4_096),
                reader.durationMs("webhooks.answer-timeout", 100),
                (int) reader.bytes("webhooks.answer-limit", 0, 1 << 20),
                reader.integer("webhooks.page-size", 1, Cursor.MAX_LIMIT),
                reader.durationMs("webhooks.retention", 60_000),
                reader.integer("webhooks.retention-batch", 1, 100_000),
                reader.durationMs("webhooks.idle-wait", 1),
                firstRetryMs,
                reader.durationMs("webhooks.longest-retry", firstRetryMs),
                reader.durationMs("webhooks.stop-timeout", 1),
                reader.integer("webhooks.list-limit", 1, 1_000));
    }

    private static AuditSettings audit(SettingsReader reader) {
        return new AuditSettings(
                AuditSettings.DEFAULT.pollMs(),
                reader.durationMs("audit.store-interval", 10),
                reader.durationMs("audit.head-interval", 100),
                reader.durationMs("audit.wait", 1),
                reader.durationMs("audit.retry", 1),
                reader.durationMs("audit.stop-timeout", 1));
    }

    private static EngineSettings engine(SettingsReader reader) {
        return new EngineSettings(
                reader.powerOfTwo("engine.ring-slots", 1 << 20),
                reader.integer("engine.group-limit", 1, 1 << 16),
                reader.durationMs("engine.tick-interval", 1),
                reader.integer("engine.tick-limit", 1, 4_096),
                reader.bytes("engine.disk-reserve", 0, Long.MAX_VALUE),
                reader.durationMs("engine.drain-timeout", 1));
    }

    private static BankDispatchSettings dispatch(SettingsReader reader) {
        BankDispatchSettings fixed = BankDispatchSettings.DEFAULT;
        long firstRetryMs = reader.durationMs("bank-dispatch.first-retry", 1);
        return new BankDispatchSettings(
                reader.integer("bank-dispatch.in-flight-limit", 1, 65_536),
                reader.integer("bank-dispatch.callback-limit", 1, 65_536),
                reader.integer("bank-dispatch.page-size", 1, 65_534),
                fixed.pollMs(),
                reader.durationMs("bank-dispatch.position-interval", 1),
                firstRetryMs,
                reader.durationMs("bank-dispatch.longest-retry", firstRetryMs),
                reader.durationMs("bank-dispatch.callback-patience", 1),
                reader.durationMs("bank-dispatch.stop-timeout", 1),
                fixed.maxBankTextLength(),
                fixed.maxChainHops());
    }
}
