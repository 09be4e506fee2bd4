package io.clearhold.bank.statement;

/** How final an entry is. */
public enum EntryStatus {
    /** In the balance: the only ones that post. */
    BOOKED,
    /** Known to the bank, not yet in the balance. */
    PENDING,
    /** Never in the balance. */
    INFORMATIONAL,
    /** To be booked on a later day. */
    FUTURE
}
