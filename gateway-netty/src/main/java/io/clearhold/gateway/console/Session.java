package io.clearhold.gateway.console;

import io.clearhold.gateway.auth.KeyProof;

/**
 * Somebody who logged in. It knows which key that was, and not the key's secret.
 *
 * @param id 256 random bits; who has it is in
 */
record Session(String id, KeyProof.Shown shown, long startedAtMs) {}
