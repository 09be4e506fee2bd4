package io.clearhold.config.engine;

import io.clearhold.config.StartRefusedException;
import io.clearhold.config.data.DataFolder;
import io.clearhold.config.data.MasterKey;
import io.clearhold.config.json.JsonMembers;
import io.clearhold.config.settings.Settings;
import io.clearhold.core.lifecycle.ServerMode;
import io.clearhold.core.port.Channel;
import io.clearhold.ledger.engine.Engine;
import io.clearhold.ledger.journal.ChronicleJournal;
import io.clearhold.ledger.journal.RecoveryReport;
import io.clearhold.ledger.machine.StateMachine;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;

/**
 * A ledger that runs: its journal recovered, its engine started, its settings in force. The caller
 * holds the lock of the data folder.
 */
public final class OpenLedger implements AutoCloseable {
    private final Engine engine;
    private final ChronicleJournal journal;
    private final RecoveryReport recovery;
    private final KeyRegister keys;
    private final LedgerCalls calls;

    private OpenLedger(
            Engine engine, ChronicleJournal journal, RecoveryReport recovery, KeyRegister keys) {
        this.engine = engine;
        this.journal = journal;
        this.recovery = recovery;
        this.keys = keys;
        this.calls = new LedgerCalls(engine);
    }

    /** The channels that a server in this mode has. */
    public static List<Channel> channels(ServerMode mode) {
        return mode == ServerMode.SANDBOX ? List.of(Channel.SANDBOX) : List.of();
    }

    /** Recovers, checks that the journal belongs to these settings, starts and configures. */
    public static OpenLedger open(DataFolder folder, Settings settings, MasterKey masterKey) {
        RecoveredLedger recovered = RecoveredLedger.recover(folder, settings.journal());
        StateMachine machine = recovered.machine();
        KeyRegister keys = recovered.keys();
        AutoCloseable toClose = recovered.journal();
        try {
            requireSameMode(machine, settings.mode(), folder);
            requireSameKey(recovered.identity(), masterKey, folder);
            Engine engine = new Engine(settings.engine(), recovered.journal(), machine);
            toClose = engine;
            engine.start();
            OpenLedger ledger =
                    new OpenLedger(engine, recovered.journal(), recovered.report(), keys);
            ledger.configure(settings, masterKey);
            return ledger;
        } catch (IOException e) {
            StartRefusedException refused =
                    new StartRefusedException(
                            "the journal's disk cannot be looked at (" + e.getMessage() + ")", e);
            closeAfter(refused, toClose);
            throw refused;
        } catch (RuntimeException e) {
            closeAfter(e, toClose);
            throw e;
        }
    }

    private static void closeAfter(RuntimeException failure, AutoCloseable toClose) {
        try {
            toClose.close();
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }

    public Engine engine() {
        return engine;
    }

    public ChronicleJournal journal() {
        return journal;
    }

    public RecoveryReport recovery() {
        return recovery;
    }

    public KeyRegister keys() {
        return keys;
    }

    public LedgerCalls calls() {
        return calls;
    }

    /** Answers what waits, makes it durable, and closes the journal. */
    @Override
    public void close() {
        engine.close();
    }

    private void configure(Settings settings, MasterKey masterKey) {
        SecureRandom random = new SecureRandom();
        // Identity and shard of a journal are taken from its first Configure alone.
        SystemCommands.JournalId fresh =
                new SystemCommands.JournalId(random.nextLong(), random.nextLong());
        String text =
                JsonMembers.of(JournalIdentity.MASTER_KEY, masterKey.fingerprint()).withoutBraces();
        calls.call(
                SystemCommands.configure(
                        settings.mode(),
                        fresh,
                        settings.ledger(),
                        channels(settings.mode()),
                        text));
        for (Channel channel : channels(settings.mode())) {
            calls.call(PayoutCommands.configure(channel, settings.payouts(), settings.mode()));
        }
    }

    /** Test money must never turn into real money by a setting. */
    private static void requireSameMode(StateMachine machine, ServerMode mode, DataFolder folder) {
        ServerMode journalMode = machine.state().settings().mode();
        if (machine.state().settings().isConfigured() && journalMode != mode) {
            throw new StartRefusedException(
                    "the journal in "
                            + folder.root()
                            + " belongs to a "
                            + journalMode.label()
                            + " server and cannot be started with mode = "
                            + mode.label()
                            + ": name another folder with --data");
        }
    }

    /** Under another key every API key would be wrong, and nobody would know why. */
    private static void requireSameKey(
            JournalIdentity identity, MasterKey masterKey, DataFolder folder) {
        String expected = identity.masterKeyFingerprint();
        if (!expected.isEmpty() && !expected.equals(masterKey.fingerprint())) {
            throw new StartRefusedException(
                    "this master key is not the one that the journal in "
                            + folder.root()
                            + " began with, so no API key of it would work: put the right one back");
        }
    }
}
