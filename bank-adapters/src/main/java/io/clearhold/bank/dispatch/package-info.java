/** The tailer that tells banks what the journal asks of them and reports back what they said. */
@org.jspecify.annotations.NullMarked
package io.clearhold.bank.dispatch;
