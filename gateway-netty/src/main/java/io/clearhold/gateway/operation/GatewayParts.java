package io.clearhold.gateway.operation;

import io.clearhold.core.port.ChannelCallbacks;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.LedgerProofs;
import io.clearhold.core.port.SandboxClock;
import io.clearhold.core.port.SandboxStatements;
import io.clearhold.core.port.ServerPart;
import io.clearhold.core.port.StatementDesk;
import io.clearhold.core.view.ProofViews;
import io.clearhold.core.view.Views;
import io.clearhold.gateway.GatewaySettings;
import io.clearhold.gateway.VersionInfo;
import io.clearhold.gateway.auth.KeyDirectory;
import io.clearhold.gateway.auth.Secrets;
import io.clearhold.gateway.webhook.WebhookParts;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What operations are made of.
 *
 * @param watched parts that may be in trouble while the server stays ready
 * @param started whether start-up is over, for readiness
 */
public record GatewayParts(
        GatewaySettings settings,
        Ledger ledger,
        Secrets secrets,
        KeyDirectory keys,
        SandboxClock clock,
        SandboxStatements bankStatements,
        ChannelCallbacks callbacks,
        StatementDesk statementDesk,
        WebhookParts webhooks,
        Views views,
        ProofViews proof,
        LedgerProofs ledgerProofs,
        List<ServerPart> watched,
        PrometheusMeterRegistry metrics,
        VersionInfo version,
        BooleanSupplier started) {}
