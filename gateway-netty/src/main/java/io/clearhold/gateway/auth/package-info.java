/** Who is asking: API keys, the secrets of payments, and the keys that the ledger knows. */
@org.jspecify.annotations.NullMarked
package io.clearhold.gateway.auth;
