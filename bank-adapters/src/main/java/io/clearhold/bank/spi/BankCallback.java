package io.clearhold.bank.spi;

/** A message that a bank sent by itself, as its channel read it. */
public sealed interface BankCallback {
    /** Authentic and understood. */
    record BankMessage(long instructionId, BankReport report) implements BankCallback {}

    /** Not signed by the bank, or too long ago. */
    record Forged(String why) implements BankCallback {}

    /** Signed by the bank, and not understood. */
    record Unreadable(String why) implements BankCallback {}
}
