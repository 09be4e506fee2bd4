/**
 * A deterministic simulation: the state machine and the writer that serve, with everything around
 * them simulated in one thread from one seed: disk, clock, bank, tailers, clients, and their
 * faults. See {@code docs/internals/simulation.md}.
 */
package io.clearhold.ledger.simulation;
