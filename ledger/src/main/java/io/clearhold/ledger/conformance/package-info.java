/**
 * What any driver of the state machine must do alike: the same messages at the same times give the
 * same answers, the same frames and the same state hash. See {@code docs/internals/conformance.md}.
 */
package io.clearhold.ledger.conformance;
