package io.clearhold.core.view;

import io.clearhold.core.lifecycle.Role;

/**
 * A key as the view has it.
 *
 * @param text JSON members without braces: person
 * @param sequence of its last frame
 */
public record KeyRow(
        long id,
        Role role,
        long platform,
        long account,
        int generation,
        boolean revoked,
        String text,
        long textSequence,
        long createdAtMs,
        long sequence) {}
