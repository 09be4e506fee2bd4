package io.clearhold.config.command;

import io.clearhold.config.sandbox.SandboxKeys;
import io.clearhold.config.server.ClearholdServer;
import io.clearhold.config.server.Version;

/** What a server says when it is ready: where it is, and in a sandbox a first request to paste. */
final class Banner {
    private Banner() {}

    static String of(ClearholdServer server) {
        StringBuilder text = new StringBuilder(1_024);
        text.append(
                """
                Clearhold %s is ready.

                  API          %s
                  Docs         %s/docs
                """
                        .formatted(Version.info().version(), server.url(), server.url()));
        server.bankUri().ifPresent(uri -> line(text, "Sandbox bank", uri.toString()));
        line(text, "Data folder", server.folder().root().toString());
        server.sandboxKeys().ifPresent(keys -> sandbox(text, server, keys));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  %-12s %s%n".formatted(name, value));
    }

    private static void sandbox(StringBuilder text, ClearholdServer server, SandboxKeys keys) {
        text.append('\n');
        line(text, "Platform", keys.platformKey());
        line(text, "Operator", keys.operatorKey());
        line(text, "Operator 2", keys.secondOperatorKey());
        line(text, "Merchant", keys.merchantAccount());
        line(text, "Buyer", keys.buyerAccount());
        text.append(
                """

                The keys are in %s. A first payment:

                  curl -s %s/v1/payments \\
                    -H "Authorization: Bearer %s" \\
                    -H "Content-Type: application/json" -H "Idempotency-Key: first-$(date +%%s%%N)" \\
                    -d '{"amount":12900,"currency":"CNY","payee":"%s","payer":"%s","mode":"escrow","reference":"order-'$(date +%%s%%N)'","method":{"channel":"sandbox","token":"tok_success"}}'

                Stop with Ctrl-C.
                """
                        .formatted(
                                server.folder().sandboxKeys(),
                                server.url(),
                                keys.platformKey(),
                                keys.merchantAccount(),
                                keys.buyerAccount()));
    }
}
