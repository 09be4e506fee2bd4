/** Replay of a journal, with or without re-deciding it. */
@org.jspecify.annotations.NullMarked
package io.clearhold.ledger.replay;
