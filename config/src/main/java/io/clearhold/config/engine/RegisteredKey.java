package io.clearhold.config.engine;

import io.clearhold.core.lifecycle.Role;

/**
 * A key as its frames tell it.
 *
 * @param platform 0 for the operator's keys
 * @param account 0 unless the role is account
 * @param person whose it is, empty if nobody said
 */
public record RegisteredKey(
        long id,
        Role role,
        long platform,
        long account,
        String person,
        long createdAtMs,
        boolean revoked) {
    RegisteredKey afterRevocation() {
        return new RegisteredKey(id, role, platform, account, person, createdAtMs, true);
    }
}
