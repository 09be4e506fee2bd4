/**
 * ISO 20022 cash management messages, read by local names so that every version from 02 on is
 * understood. Names of types are the standard's own where it has one.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.bank.camt;
