package io.clearhold.core.book;

/** Takes the postings of one event, in order. */
@FunctionalInterface
public interface PostingConsumer {
    /**
     * One debit and its credit.
     *
     * @param debitOwner payment, account or channel, as the kind says; 0 for the operator
     * @param currency ISO 4217 number
     * @param amountMinor more than 0
     */
    void post(
            AccountKind debit,
            long debitOwner,
            AccountKind credit,
            long creditOwner,
            int currency,
            long amountMinor);
}
