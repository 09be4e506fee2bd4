package io.clearhold.bank.spi;

import io.clearhold.core.lifecycle.FailureReason;

/**
 * What is known of an instruction after asking or hearing from its bank. Texts are the bank's own
 * and meant for people; only the kind, the amount and the currency are ever decided upon.
 */
public sealed interface BankReport {
    /** Taken, not finished. */
    record Accepted(String reference) implements BankReport {}

    /** Refused for good: the bank has not done it and will not. */
    record Rejected(String reason) implements BankReport {}

    /** No answer that can be trusted: the bank may have done it. */
    record Unknown(FailureReason why) implements BankReport {}

    /** Not a byte left, certainly. */
    record NotSent(String why) implements BankReport {}

    /** Done, with this amount, which is the bank's and not ours. */
    record Settled(String reference, long amountMinor, String currency) implements BankReport {}

    /** The bank does not know the id; worth something only after its visibility window. */
    record NotFound() implements BankReport {}

    /** Known, not finished. */
    record Pending(String reference) implements BankReport {}

    /** Done, and came back. */
    record Returned(String reference, String reason) implements BankReport {}

    /**
     * Collected with this amount or more, and this much of it taken back by the payer's bank.
     *
     * @param costMinor what the channel charges for it
     */
    record ChargedBack(
            String reference, long amountMinor, long costMinor, String currency, String reason)
            implements BankReport {}

    /** Ended at our request, with nothing done. */
    record Closed() implements BankReport {}
}
