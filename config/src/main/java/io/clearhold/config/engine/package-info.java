/** Opening a ledger on a data folder, and talking to it as the server itself. */
@org.jspecify.annotations.NullMarked
package io.clearhold.config.engine;
