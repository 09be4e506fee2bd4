package io.clearhold.config.view;

import io.clearhold.config.StartRefusedException;
import io.clearhold.core.id.IdEpochs;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.Tailer;
import io.clearhold.gateway.auth.Secrets;
import io.clearhold.gateway.webhook.DeliveryDatabase;
import io.clearhold.gateway.webhook.DeliveryReader;
import io.clearhold.gateway.webhook.WebhookDeliveries;
import io.clearhold.gateway.webhook.WebhookParts;
import io.clearhold.gateway.webhook.WebhookSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.ssl.SslContextBuilder;
import javax.net.ssl.SSLException;

/** Webhooks on the database of the view: they begin once there is one. Safe for many threads. */
public final class ServerWebhooks implements AutoCloseable {
    /** From an interruption to the end of what it interrupts. */
    private static final long INTERRUPTION_MS = 2_000;

    private final ServerView view;
    private final PostgresPart postgres;
    private final WebhookDeliveries deliveries;
    private final WebhookParts parts;
    private final Thread starter;

    private ServerWebhooks(
            WebhookSettings settings,
            Ledger ledger,
            ServerView view,
            PostgresPart postgres,
            Secrets secrets,
            IdEpochs epochs,
            MeterRegistry metrics) {
        this.view = view;
        this.postgres = postgres;
        DeliveryDatabase writing = () -> postgres.database().dataSource("clearhold webhooks");
        DeliveryDatabase reading = () -> postgres.database().dataSource("clearhold deliveries");
        try {
            this.deliveries =
                    new WebhookDeliveries(
                            settings,
                            ledger,
                            view.webhooks(),
                            writing,
                            secrets,
                            epochs,
                            SslContextBuilder.forClient()
                                    .endpointIdentificationAlgorithm("HTTPS")
                                    .build(),
                            metrics);
        } catch (SSLException e) {
            throw new StartRefusedException("webhooks need TLS, and this JDK has none", e);
        }
        this.parts =
                new WebhookParts(
                        settings.sandbox(),
                        view.webhooks(),
                        new DeliveryReader(reading, settings),
                        deliveries::isFailing);
        this.starter = Thread.ofVirtual().name("clearhold-webhooks-start").unstarted(this::begin);
    }

    /** Prepares everything, and returns at once. */
    public static ServerWebhooks start(
            WebhookSettings settings,
            Ledger ledger,
            ServerView view,
            PostgresPart postgres,
            Secrets secrets,
            IdEpochs epochs,
            MeterRegistry metrics) {
        ServerWebhooks webhooks =
                new ServerWebhooks(settings, ledger, view, postgres, secrets, epochs, metrics);
        webhooks.starter.start();
        return webhooks;
    }

    /** What the operations of the API take. */
    public WebhookParts parts() {
        return parts;
    }

    public WebhookDeliveries deliveries() {
        return deliveries;
    }

    /** Deliveries as the clock is to see them. */
    public Tailer patientTailer() {
        return new PatientTailer(deliveries, postgres);
    }

    @Override
    public void close() {
        starter.interrupt();
        try {
            starter.join(INTERRUPTION_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        deliveries.close();
    }

    private void begin() {
        try {
            postgres.awaitAddress();
            view.awaitChecked();
            deliveries.start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
