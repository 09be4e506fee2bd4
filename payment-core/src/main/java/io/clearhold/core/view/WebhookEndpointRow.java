package io.clearhold.core.view;

import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.WebhookEndpointStatus;

/**
 * A webhook endpoint as the view has it; the same fields as the core's WebhookEndpointResult, with
 * its text.
 *
 * @param ownerRole whose key made it: a platform's, an account's or an operator's
 * @param account whose events it gets, 0 if all of its platform's, or everything
 * @param previousValidUntilMs until when the secret of the generation before signs too
 * @param text JSON members without braces: url, events, description
 * @param sequence of its last frame
 */
public record WebhookEndpointRow(
        long id,
        Role ownerRole,
        long platform,
        long account,
        WebhookEndpointStatus status,
        int generation,
        long previousValidUntilMs,
        String text,
        long textSequence,
        long createdAtMs,
        long sequence) {
    /** Whose events it gets. */
    public Scope scope() {
        return switch (ownerRole) {
            case ACCOUNT -> new Scope.Account(account);
            case PLATFORM -> new Scope.Platform(platform);
            case OPERATOR -> new Scope.Everything();
            case SYSTEM, AUDITOR, CLIENT_SECRET, PAYER_SECRET, LINK_SECRET ->
                    throw new IllegalStateException("no endpoint belongs to a " + ownerRole);
        };
    }
}
