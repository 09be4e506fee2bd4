package io.clearhold.bank.sandbox.server;

import io.clearhold.core.lifecycle.InstructionKind;

/** What moves our money at the bank. */
enum BankMovement {
    COLLECTION("collection", "collected", 1, "RCDT", "OTHR", ""),
    REFUND("refund", "refunded", -1, "ICDT", "OTHR", ""),
    PAYOUT("payout", "paid_out", -1, "ICDT", "OTHR", ""),
    /** What had left comes back. */
    RETURN("return", "returned", 1, "ICDT", "RRTN", "R"),
    /** What was collected is taken back. */
    CHARGEBACK("chargeback", "charged_back", -1, "RCDT", "RRTN", "C"),
    /** What was charged back is given back. */
    CHARGEBACK_WON("chargeback_won", "won_back", 1, "RCDT", "OTHR", "");

    private final String label;
    private final String sumName;
    private final int sign;
    private final String family;
    private final String subFamily;
    private final String suffix;

    BankMovement(
            String label,
            String sumName,
            int sign,
            String family,
            String subFamily,
            String suffix) {
        this.label = label;
        this.sumName = sumName;
        this.sign = sign;
        this.family = family;
        this.subFamily = subFamily;
        this.suffix = suffix;
    }

    static BankMovement of(InstructionKind kind) {
        return switch (kind) {
            case COLLECT, TOPUP, OWN_FUNDS -> COLLECTION;
            case REFUND, GIVE_BACK -> REFUND;
            case PAYOUT, WITHDRAWAL -> PAYOUT;
            case CONTEST -> CHARGEBACK_WON;
        };
    }

    String label() {
        return label;
    }

    /** Its name among the sums of an account. */
    String sumName() {
        return sumName;
    }

    boolean isCredit() {
        return sign > 0;
    }

    /** Whether it takes back another movement of the same order. */
    boolean takesBack() {
        return !suffix.isEmpty();
    }

    /** Family of ISO 20022's bank transaction codes, in the domain of payments. */
    String family() {
        return family;
    }

    String subFamily() {
        return subFamily;
    }

    /** Tells the references of two movements of one order apart. */
    String suffix() {
        return suffix;
    }
}
