package io.clearhold.core.view;

/**
 * Which payment links.
 *
 * @param payee 0 for any
 */
public record PaymentLinkFilter(Scope scope, long payee, TimeRange created) {}
