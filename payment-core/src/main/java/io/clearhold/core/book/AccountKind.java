package io.clearhold.core.book;

import java.util.Locale;

/**
 * The chart of accounts. An account of the book is a kind, an owner (a payment, an account, a
 * channel, or none) and a currency. Codes are stored and never reused.
 */
public enum AccountKind {
    /** Cash in a safeguarding account, as proven by statements. */
    BANK(1, Side.DEBIT, Owner.CHANNEL),
    /** Collected by a channel, not yet on a statement. */
    IN_TRANSIT(2, Side.DEBIT, Owner.CHANNEL),
    /** Money that left or is missing, unexplained. */
    SUSPENSE_OUT(3, Side.DEBIT, Owner.CHANNEL),
    /** What a payee owes after a clawback that he could not cover. */
    DEBT(4, Side.DEBIT, Owner.ACCOUNT),
    /** Held for one payment; never negative. */
    ESCROW(5, Side.CREDIT, Owner.PAYMENT),
    /** An account's free balance; never negative. */
    AVAILABLE(6, Side.CREDIT, Owner.ACCOUNT),
    /** Rolling reserve kept back at release. */
    RESERVE(7, Side.CREDIT, Owner.ACCOUNT),
    /** Refunds and payouts on their way, not yet on a statement. */
    OUTGOING(8, Side.CREDIT, Owner.CHANNEL),
    /** Money that came, unexplained. */
    SUSPENSE(9, Side.CREDIT, Owner.CHANNEL),
    /** The operator's income. */
    FEES(10, Side.CREDIT, Owner.OPERATOR),
    /** What channels charge the operator. */
    CHANNEL_COST(11, Side.DEBIT, Owner.OPERATOR),
    /** The operator's provision for debts. */
    RISK_RESERVE(12, Side.CREDIT, Owner.OPERATOR),
    /** The operator's own money. */
    OWN_FUNDS(13, Side.CREDIT, Owner.OPERATOR);

    /** The side on which a balance is positive. */
    public enum Side {
        DEBIT,
        CREDIT
    }

    /** What the owner's 64 bits name. */
    public enum Owner {
        CHANNEL,
        ACCOUNT,
        PAYMENT,
        OPERATOR
    }

    /** Codes are below this. */
    public static final int LIMIT = 16;

    private static final AccountKind[] BY_CODE = byCode();

    private final int code;
    private final Side normalSide;
    private final Owner owner;
    private final String label = name().toLowerCase(Locale.ROOT);

    AccountKind(int code, Side normalSide, Owner owner) {
        this.code = code;
        this.normalSide = normalSide;
        this.owner = owner;
    }

    public int code() {
        return code;
    }

    public Side normalSide() {
        return normalSide;
    }

    public Owner owner() {
        return owner;
    }

    /** The name before the colon. */
    public String label() {
        return label;
    }

    public static AccountKind of(int code) {
        AccountKind kind = code > 0 && code < LIMIT ? BY_CODE[code] : null;
        if (kind == null) {
            throw new IllegalArgumentException("no kind of account has the code " + code);
        }
        return kind;
    }

    private static AccountKind[] byCode() {
        AccountKind[] kinds = new AccountKind[LIMIT];
        for (AccountKind kind : values()) {
            kinds[kind.code] = kind;
        }
        return kinds;
    }
}
