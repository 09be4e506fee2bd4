package io.clearhold.gateway.testing;

import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.port.ChannelCallbacks;
import io.clearhold.core.port.SandboxStatements;
import io.clearhold.core.port.StatementDesk;
import io.clearhold.core.port.Tailer;
import io.clearhold.gateway.Gateway;
import io.clearhold.gateway.GatewaySettings;
import io.clearhold.gateway.GatewaySettings.HttpLimits;
import io.clearhold.gateway.VersionInfo;
import io.clearhold.gateway.auth.Secrets;
import io.clearhold.gateway.webhook.WebhookParts;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** A gateway on a free port, before a {@link FakeLedger} that knows a key of each role. */
public final class TestGateway implements AutoCloseable {
    public static final long PLATFORM_KEY = ObjectId.of(1, 1, 1);
    public static final long OPERATOR_KEY = ObjectId.of(1, 1, 2);
    public static final long AUDITOR_KEY = ObjectId.of(1, 1, 3);
    public static final long ACCOUNT_KEY = ObjectId.of(1, 1, 4);

    public final FakeLedger ledger = new FakeLedger();
    public final FakeViews views = new FakeViews();
    public final FakeProofViews proof = new FakeProofViews();
    public final FakeLedgerProofs ledgerProofs = new FakeLedgerProofs();
    public volatile Supplier<StatementDesk.Outcome> desk = StatementDesk.Outcome.Unavailable::new;
    public final Secrets secrets = new Secrets(new byte[Secrets.MASTER_KEY_BYTES]);
    public volatile CompletableFuture<Void> clock = CompletableFuture.completedFuture(null);
    public volatile Function<Optional<LocalDate>, SandboxStatements.Outcome> bankStatements =
            date -> new SandboxStatements.Outcome.NoSandbox();
    public volatile String trouble = "";
    public final Gateway gateway;
    private final InetSocketAddress address;

    public TestGateway() throws InterruptedException {
        this(HttpLimits.defaults());
    }

    public TestGateway(HttpLimits limits) throws InterruptedException {
        ledger.key(PLATFORM_KEY, Role.PLATFORM, 1, 0);
        ledger.key(OPERATOR_KEY, Role.OPERATOR, 0, 0);
        ledger.key(AUDITOR_KEY, Role.AUDITOR, 0, 0);
        ledger.key(ACCOUNT_KEY, Role.ACCOUNT, 1, Results.MERCHANT);
        gateway =
                new Gateway(
                        GatewaySettings.defaults(0).withHttp(limits),
                        ledger,
                        secrets,
                        () -> clock,
                        date -> bankStatements.apply(date),
                        (channel, headers, body) ->
                                CompletableFuture.completedFuture(
                                        new ChannelCallbacks.Answer(
                                                200,
                                                channel
                                                        + ":"
                                                        + headers.get("x-sign")
                                                        + ":"
                                                        + body.length)),
                        (file, channel, format, origin, high, low) -> desk.get(),
                        WebhookParts.away(true),
                        views,
                        proof,
                        ledgerProofs,
                        List.of(tailer()),
                        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                        new VersionInfo("0.1.0", "abc"));
        address = gateway.start();
        gateway.ready();
    }

    public InetSocketAddress address() {
        return address;
    }

    public RawClient client() throws IOException {
        return new RawClient(address);
    }

    /** The header of a role's key. */
    public String bearer(Role role) {
        long id =
                switch (role) {
                    case PLATFORM -> PLATFORM_KEY;
                    case OPERATOR -> OPERATOR_KEY;
                    case AUDITOR -> AUDITOR_KEY;
                    case ACCOUNT -> ACCOUNT_KEY;
                    case SYSTEM, CLIENT_SECRET, PAYER_SECRET, LINK_SECRET ->
                            throw new IllegalArgumentException("no key has the role " + role);
                };
        return "Authorization: Bearer " + secrets.apiKey(role, id, 1);
    }

    private Tailer tailer() {
        return new Tailer() {
            @Override
            public String name() {
                return "bank_dispatch";
            }

            @Override
            public long position() {
                return 0;
            }

            @Override
            public boolean isIdle(long sequence) {
                return true;
            }

            @Override
            public String trouble() {
                return trouble;
            }
        };
    }

    @Override
    public void close() {
        ledger.stop();
        gateway.close();
        ledger.close();
    }
}
