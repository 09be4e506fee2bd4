package io.clearhold.bank.statement;

/** What a bank's file can be, as its content shows it. */
public enum StatementFormat {
    /** Bank-to-Customer Statement: booked, end of day. */
    CAMT_053("camt.053", true),
    /** Bank-to-Customer Account Report: what happens during the day, and may still change. */
    CAMT_052("camt.052", false),
    /** Bank-to-Customer Debit Credit Notification: single entries, without balances. */
    CAMT_054("camt.054", false);

    private final String label;
    private final boolean posts;

    StatementFormat(String label, boolean posts) {
        this.label = label;
        this.posts = posts;
    }

    /** The standard's name. */
    public String label() {
        return label;
    }

    /** Whether its entries are final, so that a ledger may rest on them; the others inform. */
    public boolean posts() {
        return posts;
    }
}
