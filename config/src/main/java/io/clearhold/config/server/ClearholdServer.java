package io.clearhold.config.server;

import io.clearhold.bank.dispatch.BankDispatch;
import io.clearhold.bank.engine.LedgerClient;
import io.clearhold.bank.engine.LedgerClientSettings;
import io.clearhold.bank.format.StatementFiles;
import io.clearhold.bank.intake.StatementIntake;
import io.clearhold.bank.sandbox.SandboxBankChannel;
import io.clearhold.bank.sandbox.SandboxBankClock;
import io.clearhold.bank.sandbox.SandboxBankControl;
import io.clearhold.bank.sandbox.SandboxBankStatements;
import io.clearhold.bank.sandbox.SandboxClockSettings;
import io.clearhold.bank.sandbox.server.SandboxBankServer;
import io.clearhold.bank.sandbox.wire.SharedSecret;
import io.clearhold.bank.spi.BankChannel;
import io.clearhold.config.StartRefusedException;
import io.clearhold.config.admin.AdminSocket;
import io.clearhold.config.admin.LedgerKeys;
import io.clearhold.config.admin.ProjectionAdministration;
import io.clearhold.config.archive.ArchivePart;
import io.clearhold.config.backup.RestoredMarker;
import io.clearhold.config.data.DataFolder;
import io.clearhold.config.data.DataLock;
import io.clearhold.config.data.MasterKey;
import io.clearhold.config.data.SigningKeys;
import io.clearhold.config.engine.ClockPart;
import io.clearhold.config.engine.LedgerEpochs;
import io.clearhold.config.engine.OpenLedger;
import io.clearhold.config.engine.QueuedInstructions;
import io.clearhold.config.metrics.ServerMetrics;
import io.clearhold.config.sandbox.SandboxBootstrap;
import io.clearhold.config.sandbox.SandboxKeys;
import io.clearhold.config.settings.DatabaseSettings;
import io.clearhold.config.settings.SandboxBankOptions;
import io.clearhold.config.settings.Settings;
import io.clearhold.config.snapshot.SnapshotPart;
import io.clearhold.config.view.NoAdministration;
import io.clearhold.config.view.NoProofViews;
import io.clearhold.config.view.NoViews;
import io.clearhold.config.view.PostgresPart;
import io.clearhold.config.view.ServerView;
import io.clearhold.config.view.ServerWebhooks;
import io.clearhold.config.view.ViewAdministration;
import io.clearhold.config.view.ViewMetrics;
import io.clearhold.core.id.IdEpochs;
import io.clearhold.core.lifecycle.ServerMode;
import io.clearhold.core.port.Channel;
import io.clearhold.core.port.SandboxClock;
import io.clearhold.core.port.SandboxStatements;
import io.clearhold.core.port.ServerPart;
import io.clearhold.core.port.Tailer;
import io.clearhold.gateway.Gateway;
import io.clearhold.gateway.auth.Secrets;
import io.clearhold.gateway.webhook.WebhookParts;
import io.clearhold.ledger.audit.LedgerAudit;
import io.clearhold.ledger.journal.PositionFile;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole server in one process. Started in this order, stopped in the reverse one:
 *
 * <ol>
 *   <li>lock of the data folder, master key
 *   <li>PostgreSQL, beside everything that follows
 *   <li>sandbox bank, unless it runs apart
 *   <li>ledger: recovery, engine, settings; the sandbox's own keys
 *   <li>the audit log, which keeps a last head when it stops
 *   <li>the view: what fills it and what reads it
 *   <li>bank dispatch, webhooks, sandbox clock
 *   <li>gateway, admin socket
 *   <li>the clock reaches the time that was asked for before the stop: ready
 * </ol>
 */
public final class ClearholdServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClearholdServer.class);

    private static final String DISPATCH_POSITION = "bank-dispatch";
    private static final String AUDIT_POSITION = "audit";

    private final Settings settings;
    private final boolean restored;
    private final int epoch;
    private final DataFolder folder;
    private final RunningParts parts = new RunningParts();
    private final int port;
    private @Nullable OpenLedger ledger;
    private @Nullable SandboxKeys keys;
    private @Nullable URI bankUri;

    private ClearholdServer(Settings settings, boolean restored, int epoch) {
        this.epoch = epoch;
        this.settings = settings;
        this.restored = restored;
        this.folder = new DataFolder(settings.data());
        this.port = FreePort.resolve(settings.http().bind(), settings.http().port());
    }

    /**
     * Starts a server and returns when it is ready.
     *
     * @param environment where a master key may be
     * @param report gets a sentence about each thing that whoever starts it should know
     * @throws StartRefusedException and what the ledger and the settings throw, each with one
     *     sentence; nothing is left running then
     */
    public static ClearholdServer start(
            Settings settings, Map<String, String> environment, Consumer<String> report)
            throws InterruptedException {
        return start(settings, false, 0, environment, report);
    }

    /**
     * The same for a data folder that may have been restored.
     *
     * @param restored this is the first start since: what is queued for banks is claimed, so that
     *     it is asked about and never sent again
     * @param epoch of ids that a restored folder begins; 0 for the one after its last
     */
    public static ClearholdServer start(
            Settings settings,
            boolean restored,
            int epoch,
            Map<String, String> environment,
            Consumer<String> report)
            throws InterruptedException {
        ClearholdServer server = new ClearholdServer(settings, restored, epoch);
        boolean started = false;
        try {
            server.startParts(environment, report);
            started = true;
            return server;
        } finally {
            if (!started) {
                server.parts.close();
            }
        }
    }

    /** Where clients reach the API. */
    public String url() {
        return settings.http().url(port);
    }

    /** Where this machine reaches the API. */
    public String localUrl() {
        return settings.http().localUrl(port);
    }

    /** Where the sandbox bank is. */
    public Optional<URI> bankUri() {
        return Optional.ofNullable(bankUri);
    }

    /** The keys of a sandbox. */
    public Optional<SandboxKeys> sandboxKeys() {
        return Optional.ofNullable(keys);
    }

    public DataFolder folder() {
        return folder;
    }

    /** The sequence up to which everything is durable. */
    public long sequence() {
        OpenLedger open = ledger;
        return open == null ? 0 : open.engine().watermark();
    }

    /** Whether every part stopped in order. */
    public boolean isStoppedInOrder() {
        return !parts.hasFailed();
    }

    /** Not ready from here on; requests finish, what is durable stays, everything ends. */
    @Override
    public void close() {
        parts.close();
    }

    private void startParts(Map<String, String> environment, Consumer<String> report)
            throws InterruptedException {
        folder.create();
        parts.started("the lock of the data folder", DataLock.take(folder));
        RestoredMarker.check(folder, restored);
        folder.dropBodies();
        MasterKey masterKey = MasterKey.load(folder, settings.mode(), environment);
        Secrets secrets = new Secrets(masterKey.bytes());
        DatabaseSettings database = settings.database();
        PostgresPart postgres = database.enabled() ? startPostgres(database) : null;
        boolean sandbox = settings.mode() == ServerMode.SANDBOX;
        SharedSecret bankSecret = sandbox ? startBank() : null;

        OpenLedger open = parts.started("the ledger", OpenLedger.open(folder, settings, masterKey));
        ledger = open;
        for (String sentence : open.recovery().cut()) {
            LOG.info("recovery: {}", sentence);
            report.accept(sentence);
        }
        if (restored) {
            report.accept(
                    "restored: ids are of epoch "
                            + LedgerEpochs.begin(open, epoch, RestoredMarker.sequence(folder))
                                    .last()
                            + " from here on; if this ledger was restored before and ran, it must be"
                            + " later than any that it had then (--epoch)");
            int claimed = QueuedInstructions.claim(open);
            RestoredMarker.end(folder);
            report.accept(
                    "restored: "
                            + claimed
                            + " bank instructions that had not been sent are asked about, and never sent again");
        }
        IdEpochs epochs = LedgerEpochs.of(open);
        if (sandbox) {
            keys = new SandboxBootstrap(open.calls(), secrets).run(folder.sandboxKeys());
        }

        ServerMetrics metrics =
                parts.started(
                        "metrics", new ServerMetrics(folder.root(), settings.sizeIntervalMs()));
        metrics.bind(open);
        metrics.bind(
                parts.started(
                        "snapshots",
                        SnapshotPart.start(
                                folder, settings.snapshots(), open.engine()::watermark)));
        LedgerAudit audit = startAudit(open, masterKey, metrics);
        ServerView view = postgres == null ? null : startView(open, postgres, metrics);
        BankDispatch dispatch = startDispatch(open, bankSecret, metrics);
        metrics.bind(dispatch);
        metrics.bind(dispatch, open.engine());
        SandboxStatements bankStatements = bankStatements();
        List<Tailer> tailers = new ArrayList<>(List.of(dispatch));
        List<ServerPart> watched =
                new ArrayList<>(List.of(dispatch, audit, new ClockPart(open.engine())));
        WebhookParts webhooks = WebhookParts.away(sandbox);
        if (postgres != null && view != null) {
            tailers.add(view.patientTailer());
            watched.addAll(List.of(view.projection(), postgres));
            view.requireOwn(
                    postgres.isEmpty() ? database.firstStartWaitMs() : database.startWaitMs());
            ServerWebhooks started = startWebhooks(open, view, postgres, secrets, epochs, metrics);
            tailers.add(started.patientTailer());
            watched.add(started.deliveries());
            webhooks = started.parts();
        }
        SandboxClock clock = clock(open, tailers);
        startArchive(open, tailers, audit, metrics);
        StatementIntake intake = startIntake(open, metrics);

        Gateway gateway =
                new Gateway(
                        settings.http()
                                .gateway(
                                        port,
                                        OpenLedger.channels(settings.mode()),
                                        folder.bodies(),
                                        epochs),
                        open.engine(),
                        secrets,
                        clock,
                        bankStatements,
                        dispatch,
                        intake,
                        webhooks,
                        view == null ? new NoViews() : view.lists(),
                        view == null ? new NoProofViews() : view.proof(),
                        audit,
                        watched,
                        metrics.registry(),
                        Version.info());
        startGateway(gateway);
        startAdmin(
                new LedgerKeys(open, secrets, gateway.keys()::invalidate),
                postgres == null || view == null
                        ? new NoAdministration()
                        : new ViewAdministration(view.projection(), open.engine(), postgres));
        reachTarget(clock);
        gateway.ready();
        LOG.info("ready at {} with sequence {}", url(), sequence());
    }

    private SharedSecret startBank() {
        SandboxBankOptions options = settings.sandboxBank();
        SharedSecret secret = SandboxBankPart.secret(folder, options);
        Optional<URI> external = options.external();
        bankUri =
                external.isPresent()
                        ? external.get()
                        : parts.started(
                                        "the sandbox bank",
                                        SandboxBankPart.start(
                                                folder,
                                                options,
                                                SandboxBankPart.callbackUri(options, localUrl()),
                                                secret))
                                .uri();
        return secret;
    }

    private PostgresPart startPostgres(DatabaseSettings database) {
        return parts.started(
                "PostgreSQL", PostgresPart.start(database, PostgresPart.server(database, folder)));
    }

    /** It stops right before the ledger, so that its last head covers what all others did. */
    private LedgerAudit startAudit(OpenLedger open, MasterKey masterKey, ServerMetrics metrics) {
        try {
            LedgerAudit audit =
                    LedgerAudit.start(
                            open.engine(),
                            new PositionFile(folder.positions().resolve(AUDIT_POSITION)),
                            folder.audit(),
                            SigningKeys.of(masterKey),
                            settings.audit(),
                            InstantSource.system());
            metrics.bind(audit, open.engine());
            return parts.started("the audit log", audit);
        } catch (IOException e) {
            throw new StartRefusedException(
                    "the folder "
                            + folder.audit()
                            + " cannot be used ("
                            + e.getMessage()
                            + "): the tree in it can be made again, but keep the file heads",
                    e);
        }
    }

    private ServerView startView(OpenLedger open, PostgresPart postgres, ServerMetrics metrics) {
        List<Channel> channels = OpenLedger.channels(settings.mode());
        ServerView view =
                parts.started(
                        "the view",
                        ServerView.start(postgres, open.engine(), channels, settings.database()));
        new ViewMetrics(metrics.registry()).bind(view, postgres.watch());
        metrics.bind(view.projection(), open.engine());
        return view;
    }

    private ServerWebhooks startWebhooks(
            OpenLedger open,
            ServerView view,
            PostgresPart postgres,
            Secrets secrets,
            IdEpochs epochs,
            ServerMetrics metrics) {
        ServerWebhooks webhooks =
                parts.started(
                        "webhooks",
                        ServerWebhooks.start(
                                settings.webhooks(),
                                open.engine(),
                                view,
                                postgres,
                                secrets,
                                epochs,
                                metrics.registry()));
        metrics.bind(webhooks.deliveries(), open.engine());
        return webhooks;
    }

    private BankDispatch startDispatch(
            OpenLedger open, @Nullable SharedSecret bankSecret, ServerMetrics metrics) {
        Map<Channel, BankChannel> channels = Map.of();
        URI uri = bankUri;
        if (uri != null && bankSecret != null) {
            SandboxBankChannel channel =
                    new SandboxBankChannel(settings.sandboxBank().channel(uri, bankSecret));
            channels = Map.of(Channel.SANDBOX, parts.started("the channel to the bank", channel));
        }
        PositionFile position = new PositionFile(folder.positions().resolve(DISPATCH_POSITION));
        BankDispatch dispatch =
                new BankDispatch(
                        open.engine(), position, channels, settings.dispatch(), metrics.bank());
        parts.started("bank dispatch", dispatch).start();
        return dispatch;
    }

    /** What a tailer has still to read stays close by. */
    private void startArchive(
            OpenLedger open, List<Tailer> tailers, LedgerAudit audit, ServerMetrics metrics) {
        List<Tailer> readers = new ArrayList<>(tailers);
        readers.add(audit);
        metrics.bind(
                parts.started(
                        "the archive",
                        ArchivePart.start(
                                settings.archive(),
                                open.journal(),
                                folder,
                                readers,
                                settings.ledger().idempotencyRetentionMs())));
    }

    private SandboxClock clock(OpenLedger open, List<Tailer> tailers) {
        URI uri = bankUri;
        if (uri == null) {
            // No clock to move: logged time is real time.
            return CompletableFuture::allOf;
        }
        SandboxClockSettings limits = SandboxClockSettings.DEFAULT;
        SandboxBankControl control =
                parts.started("the control of the bank", new SandboxBankControl(uri, limits));
        return parts.started(
                "the sandbox clock", new SandboxBankClock(open.engine(), control, tailers, limits));
    }

    /** Statements that a crash interrupted are completed beside everything else. */
    private StatementIntake startIntake(OpenLedger open, ServerMetrics metrics)
            throws InterruptedException {
        LedgerClientSettings client = LedgerClientSettings.DEFAULT;
        Map<String, StatementIntake.SettlesTo> channels =
                settings.mode() == ServerMode.SANDBOX
                        ? Map.of(
                                Channel.SANDBOX.name(),
                                new StatementIntake.SettlesTo(
                                        Channel.SANDBOX.number(), SandboxBankServer.ACCOUNT_PREFIX))
                        : Map.of();
        try {
            StatementIntake intake =
                    new StatementIntake(
                            open.engine(),
                            new LedgerClient(open.engine(), client),
                            client.replyTimeoutMs(),
                            channels,
                            new StatementFiles(settings.statements()),
                            folder.statements(),
                            settings.intake(),
                            metrics.statements());
            intake.resumeBeside();
            return intake;
        } catch (IOException e) {
            throw new StartRefusedException(
                    "the folder of statement files cannot be used: " + e.getMessage(), e);
        }
    }

    private SandboxStatements bankStatements() {
        URI uri = bankUri;
        if (uri == null) {
            return date -> new SandboxStatements.Outcome.NoSandbox();
        }
        return parts.started(
                "the statements of the bank",
                new SandboxBankStatements(uri, settings.sandboxBank().statements()));
    }

    private void startGateway(Gateway gateway) throws InterruptedException {
        parts.started("the gateway", gateway);
        try {
            gateway.start();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            // Netty throws the bind's IOException without declaring it.
            throw new StartRefusedException(
                    "the API cannot listen on "
                            + settings.http().bind()
                            + ":"
                            + port
                            + " ("
                            + e.getMessage()
                            + "): set --port to a free one",
                    e);
        }
    }

    /** A folder whose name is too long for a socket only costs the admin commands. */
    private void startAdmin(LedgerKeys keysOfLedger, ProjectionAdministration projection) {
        try {
            parts.started(
                    "the admin socket",
                    AdminSocket.start(folder.adminSocket(), keysOfLedger, projection));
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "no admin socket at {}: admin commands work only while the server is stopped",
                    folder.adminSocket(),
                    e);
        }
    }

    private void reachTarget(SandboxClock clock) throws InterruptedException {
        try {
            clock.reachTarget().get(settings.http().clockTimeoutMs(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StartRefusedException(
                    "logged time does not reach the time that was asked for before the stop", e);
        }
    }
}
