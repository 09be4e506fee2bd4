package io.clearhold.gateway.operation;

import io.clearhold.core.lifecycle.Role;
import io.clearhold.gateway.json.JsonFields;
import java.util.EnumSet;
import java.util.Set;

/**
 * One row of the route table.
 *
 * @param name the operation's name in metrics and in the published contract
 * @param pattern path with at most one {@code {variable}}
 * @param roles who may call it at all; empty: anybody, without a key
 * @param body what the body is
 */
public record Route(
        String name,
        String method,
        String pattern,
        Set<Role> roles,
        Body body,
        Operation operation) {

    /** What a request's body is. */
    public sealed interface Body {
        /** It is not looked at. */
        record Ignored() implements Body {}

        /** Any bytes of any type. */
        record Raw() implements Body {}

        /** Bytes of any type and nearly any number: they go to a file. */
        record File() implements Body {}

        /** A JSON object with these members. */
        record Json(JsonFields fields) implements Body {}
    }

    static final Body IGNORED = new Body.Ignored();
    static final Body RAW = new Body.Raw();
    static final Body FILE = new Body.File();

    public Route {
        roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
    }

    /** Whether no key is needed. */
    public boolean open() {
        return roles.isEmpty();
    }

    /** Every POST that needs a key needs an idempotency key too; a batch has one per operation. */
    public boolean idempotencyRequired() {
        return method.equals("POST") && !open() && !isBatch();
    }

    /** Whether it is made of other operations. */
    public boolean isBatch() {
        return operation instanceof Operation.Batch;
    }

    /** Whether it asks the ledger to change something. */
    public boolean writes() {
        return !method.equals("GET");
    }

    /** Whether the secrets of a payment or of a link are credentials here. */
    public boolean paymentScoped() {
        return pattern.startsWith("/v1/payments/{")
                || pattern.startsWith("/v1/disputes/{")
                || pattern.startsWith("/v1/payment_links/{");
    }
}
