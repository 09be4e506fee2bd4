package io.clearhold.core.approval;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.Codes;
import io.clearhold.core.proof.BreakAction;
import java.util.List;

/**
 * What needs two persons. A kind says what its subject is and what its numbers mean. Codes are
 * stored and never reused.
 */
public enum ApprovalKind {
    /** A frozen account may move money again. */
    UNFREEZE_ACCOUNT(1, IdKind.ACCOUNT),
    /** An award of a dispute above the operator's limit. */
    RESOLVE_DISPUTE(
            2,
            IdKind.DISPUTE,
            new ApprovalNumber.Amount("buyer_amount"),
            new ApprovalNumber.Amount("seller_amount")),
    /** The operator moves his own money; its subject is the account whose debt he writes off. */
    ADJUST_LEDGER(
            3,
            IdKind.ACCOUNT,
            new ApprovalNumber.Name("type", code -> AdjustmentType.of(code).label()),
            new ApprovalNumber.Amount("amount"),
            new ApprovalNumber.Currency("currency"),
            new ApprovalNumber.Name("from", code -> AccountKind.of(code).label()),
            new ApprovalNumber.Channel("channel")),
    /** A break is explained, and its money goes where it belongs. */
    RESOLVE_BREAK(
            4,
            IdKind.BREAK,
            new ApprovalNumber.Name("action", code -> BreakAction.of(code).label()),
            new ApprovalNumber.Amount("amount"),
            new ApprovalNumber.Id("account", IdKind.ACCOUNT),
            new ApprovalNumber.Id("payment", IdKind.PAYMENT),
            new ApprovalNumber.Id("movement", IdKind.INSTRUCTION)),
    /** That was wrong: the money is unexplained again. */
    REOPEN_BREAK(5, IdKind.BREAK);

    /** Numbers that an approval has at most. */
    public static final int NUMBERS = 5;

    private static final ApprovalKind[] BY_CODE = Codes.index(values(), ApprovalKind::code);

    private final int code;
    private final IdKind subject;

    @SuppressWarnings("ImmutableEnumChecker") // a copy, of records
    private final List<ApprovalNumber> numbers;

    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    ApprovalKind(int code, IdKind subject, ApprovalNumber... numbers) {
        this.code = code;
        this.subject = subject;
        this.numbers = List.of(numbers);
        if (numbers.length > NUMBERS) {
            throw new IllegalArgumentException("an approval has at most " + NUMBERS + " numbers");
        }
    }

    public int code() {
        return code;
    }

    /** What its subject names, if it has one. */
    public IdKind subject() {
        return subject;
    }

    /** What its numbers mean, first to last. */
    public List<ApprovalNumber> numbers() {
        return numbers;
    }

    /** The name outside: lower case. */
    public String label() {
        return label;
    }

    /** Throws {@link IllegalArgumentException} for a code that was never given out. */
    public static ApprovalKind of(int code) {
        return Codes.of(BY_CODE, code, "ApprovalKind");
    }
}
