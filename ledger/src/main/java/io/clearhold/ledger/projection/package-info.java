/**
 * The view of the journal in PostgreSQL: a tailer that turns durable frames into rows, and the
 * check that rows and state agree. The view may be away, late or emptied; nothing that moves money
 * asks it.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.ledger.projection;
