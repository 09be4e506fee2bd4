package io.clearhold.bank.statement;

/** How a bank names the account that a statement is about. */
public record AccountIdentification(Scheme scheme, String value) {
    /** Whose name it is. */
    public enum Scheme {
        IBAN,
        /** The bank's own. */
        OTHER
    }
}
