/** The journal on Chronicle Queue: appending, reading, recovery. */
@org.jspecify.annotations.NullMarked
package io.clearhold.ledger.journal;
