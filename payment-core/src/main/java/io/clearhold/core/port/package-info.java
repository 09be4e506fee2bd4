/** What the modules ask of each other; implemented in ledger and bank-adapters, wired in config. */
@org.jspecify.annotations.NullMarked
package io.clearhold.core.port;
