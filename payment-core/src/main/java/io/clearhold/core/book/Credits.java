package io.clearhold.core.book;

/**
 * The posting rule of whatever an account receives: what it owes is repaid first, and only the rest
 * is available. How much that is, the event says.
 */
public final class Credits {
    private Credits() {}

    /**
     * Debits an account of the book and credits an account of a merchant or buyer.
     *
     * @param amount all that is credited
     * @param debt the part of it that repays what the account owes
     */
    public static void post(
            AccountKind debit,
            long debitOwner,
            long account,
            int currency,
            long amount,
            long debt,
            PostingConsumer book) {
        if (debt > 0) {
            book.post(debit, debitOwner, AccountKind.DEBT, account, currency, debt);
        }
        if (amount > debt) {
            book.post(debit, debitOwner, AccountKind.AVAILABLE, account, currency, amount - debt);
        }
    }
}
