package io.clearhold.gateway;

import io.clearhold.core.port.ChannelCallbacks;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.LedgerProofs;
import io.clearhold.core.port.SandboxClock;
import io.clearhold.core.port.SandboxStatements;
import io.clearhold.core.port.ServerPart;
import io.clearhold.core.port.StatementDesk;
import io.clearhold.core.view.ProofViews;
import io.clearhold.core.view.Views;
import io.clearhold.gateway.auth.KeyDirectory;
import io.clearhold.gateway.auth.Secrets;
import io.clearhold.gateway.console.ConsoleRoutes;
import io.clearhold.gateway.http.HttpServer;
import io.clearhold.gateway.operation.GatewayParts;
import io.clearhold.gateway.operation.Route;
import io.clearhold.gateway.operation.Routes;
import io.clearhold.gateway.page.PageRoutes;
import io.clearhold.gateway.webhook.WebhookParts;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The HTTP edge of a server: {@link #start} binds, {@link #close} lets requests finish. */
public final class Gateway implements AutoCloseable {
    private final AtomicBoolean started = new AtomicBoolean();
    private final KeyDirectory keys;
    private final List<Route> routes;
    private final HttpServer server;

    public Gateway(
            GatewaySettings settings,
            Ledger ledger,
            Secrets secrets,
            SandboxClock clock,
            SandboxStatements bankStatements,
            ChannelCallbacks callbacks,
            StatementDesk statementDesk,
            WebhookParts webhooks,
            Views views,
            ProofViews proof,
            LedgerProofs ledgerProofs,
            List<? extends ServerPart> watched,
            PrometheusMeterRegistry metrics,
            VersionInfo version) {
        this.keys = new KeyDirectory(settings.keyCacheEntries());
        GatewayParts parts =
                new GatewayParts(
                        settings,
                        ledger,
                        secrets,
                        keys,
                        clock,
                        bankStatements,
                        callbacks,
                        statementDesk,
                        webhooks,
                        views,
                        proof,
                        ledgerProofs,
                        List.copyOf(watched),
                        metrics,
                        version,
                        started::get);
        List<Route> all = new ArrayList<>(Routes.of(parts));
        all.addAll(PageRoutes.of(parts));
        this.routes = List.copyOf(all);
        all.addAll(ConsoleRoutes.of(parts, routes));
        this.server = new HttpServer(parts, List.copyOf(all));
    }

    /** Binds and begins to answer; returns the address that was bound. */
    public InetSocketAddress start() throws InterruptedException {
        return server.start();
    }

    /** Start-up is over: {@code /readyz} may say so from now on. */
    public void ready() {
        started.set(true);
    }

    /** The keys that are remembered, for who revokes one without this server. */
    public KeyDirectory keys() {
        return keys;
    }

    /** What exists for programs: the contract, and what goes with it. */
    public List<Route> routes() {
        return routes;
    }

    /** Takes no more requests, lets those in progress finish within the grace time, and ends. */
    @Override
    public void close() {
        started.set(false);
        server.close();
    }
}
