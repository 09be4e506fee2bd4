package io.clearhold.config.admin;

import io.clearhold.core.lifecycle.Role;
import java.util.List;

/**
 * What can be done with keys without having one. Where it happens, in this process or in a running
 * server, makes no difference to who asks.
 */
public interface KeyAdministration {
    /**
     * A new key.
     *
     * @param platform of a platform key, else 0
     * @param account {@code acc_…} of an account key, else empty
     * @param person whose it is; empty if nobody says
     */
    record NewKey(Role role, long platform, String account, String person) {}

    /** The id and, this once, the secret. */
    record Created(String id, String secret) {}

    /** A key as it is listed: texts for people, nothing secret. */
    record Listed(
            String id,
            String role,
            String platform,
            String account,
            String person,
            String createdAt,
            String status) {}

    Created create(NewKey key);

    /** Ends the key with this id. */
    void revoke(String id);

    /** All keys, oldest first. */
    List<Listed> list();

    /** What was asked cannot be done; the message is one sentence. */
    final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public RefusedException(String message) {
            super(message);
        }
    }
}
