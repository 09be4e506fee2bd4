package io.clearhold.core.result;

/**
 * What a command or query came to. Numbers are stored in the journal and never reused; bands of a
 * hundred belong to one subsystem. The order of checks in a decision is: object, side, state, rule.
 * The two placeholders of {@code detail} are the amounts or counts that forbid it.
 */
public enum ResultCode {
    OK(0, 200, "ok", "Done."),

    // 1–99: any object
    NOT_FOUND(1, 404, "not_found", "There is no such object, or it is not yours."),
    FORBIDDEN(2, 403, "forbidden", "This key or secret may not do that."),
    CURRENCY_NOT_SUPPORTED(3, 422, "currency_not_supported", "This currency is not enabled here."),
    CHANNEL_NOT_FOUND(4, 422, "channel_not_found", "There is no such payment channel."),
    AMOUNT_TOO_LARGE(5, 422, "amount_too_large", "The sum would exceed what an amount can hold."),
    TEXT_CHANGED(6, 409, "object_changed", "The object was changed meanwhile; read it again."),
    SANDBOX_ONLY(7, 403, "sandbox_only", "Only a sandbox has a clock that can be moved."),
    UNKNOWN_COMMAND(8, 422, "unknown_command", "The engine does not know this command."),
    SAME_PERSON(9, 403, "same_person", "Who proposed it cannot decide it: a second person has to."),
    APPROVAL_OPEN(
            10, 409, "approval_open", "An approval about this object waits for its second person."),
    ALREADY_APPROVED(11, 409, "already_approved", "The approval was given before."),
    ALREADY_REJECTED(12, 409, "already_rejected", "The approval was rejected before."),
    APPROVAL_EXPIRED(13, 409, "approval_expired", "Nobody decided in time: propose it again."),
    APPROVAL_FAILED(14, 409, "approval_failed", "It could no longer be done when it was approved."),
    PERSON_UNKNOWN(
            15, 403, "person_unknown", "This key names no person, so nobody knows whose eyes see."),
    AMOUNT_EXCEEDS_DEBT(16, 422, "amount_exceeds_debt", "The account owes %1$d, asked %2$d."),
    INVALID_COMMAND(
            35,
            422,
            "invalid_command",
            "The engine cannot read this command: a field holds what was never defined."),
    UNDECIDED(
            36,
            500,
            "undecided",
            "The engine failed to decide this. Nothing changed; the log of the server says more."),
    EPOCH_USED(38, 409, "epoch_used", "Ids are of epoch %1$d; %2$d is no later one."),
    CLOCK_NOT_HELD(37, 409, "clock_not_held", "No deadline waits for the clock to be accepted."),

    // 100–199: accounts and keys
    PAYEE_NOT_FOUND(
            100, 422, "payee_not_found", "The payee is not an account you may collect for."),
    PAYER_NOT_FOUND(101, 422, "payer_not_found", "The payer is not an account."),
    SPLIT_ACCOUNT_NOT_FOUND(
            102,
            422,
            "split_account_not_found",
            "A split names an account that does not exist here."),
    ACCOUNT_NOT_ACTIVE(103, 409, "account_not_active", "The account is not active."),
    KEY_REVOKED(104, 409, "key_revoked", "The key was revoked before."),
    BANK_ACCOUNT_MISSING(
            105,
            422,
            "bank_account_missing",
            "Give a destination, or set the account's bank_account."),
    ACCOUNT_FROZEN(106, 409, "account_frozen", "The account is frozen."),
    ACCOUNT_CLOSED(107, 409, "account_closed", "The account is closed."),
    ACCOUNT_NOT_FROZEN(108, 409, "account_not_frozen", "The account is not frozen."),
    ACCOUNT_HAS_BALANCE(
            109, 409, "account_has_balance", "Available %1$d, kept in reserve %2$d: not empty."),
    ACCOUNT_HAS_HELD_PAYMENTS(
            110, 409, "account_has_held_payments", "Held for payments to the account: %1$d."),
    ACCOUNT_HAS_OUTGOING_PAYOUTS(
            111, 409, "account_has_outgoing_payouts", "Payouts on their way: %1$d."),
    ACCOUNT_HAS_DEBT(112, 409, "account_has_debt", "The account owes %1$d."),
    RECIPIENT_NOT_FOUND(
            113, 422, "recipient_not_found", "The recipient is not an account of this platform."),
    SAME_ACCOUNT(114, 422, "same_account", "A transfer needs two accounts."),
    PAYOUT_COOL_OFF(
            115,
            409,
            "payout_cool_off",
            "The bank account was changed: payouts to it wait %1$d more seconds."),

    // 200–299: payments
    DUPLICATE_REFERENCE(
            200, 409, "duplicate_reference", "The payee has a payment with this reference."),
    SPLITS_EXCEED_AMOUNT(201, 422, "splits_exceed_amount", "Fee and splits come to %1$d of %2$d."),
    FEE_NOT_ALLOWED(202, 403, "fee_not_allowed", "Only platform and operator keys may set a fee."),
    DEADLINE_IN_PAST(203, 422, "deadline_in_past", "A deadline must lie in the future."),
    PAYMENT_NOT_PAID(204, 409, "payment_not_held", "Nothing was collected for this payment yet."),
    PAYMENT_PENDING(205, 409, "payment_pending", "An attempt to pay is under way."),
    ALREADY_PAID(206, 409, "already_paid", "The payment has been paid."),
    ALREADY_SHIPPED(207, 409, "already_shipped", "The payment has been shipped."),
    ALREADY_RELEASED(
            208, 409, "already_released", "Nothing is held any more: the money was released."),
    ALREADY_REFUNDED(
            209, 409, "already_refunded", "Nothing is held any more: the money was refunded."),
    PAYMENT_CANCELED(210, 409, "payment_canceled", "The payment was canceled."),
    PAYMENT_EXPIRED(211, 409, "payment_expired", "The payment expired."),
    PAYMENT_NOT_SHIPPED(212, 409, "payment_not_shipped", "The payment has not been shipped."),
    AMOUNT_EXCEEDS_HELD(213, 422, "amount_exceeds_held", "Held %1$d, asked %2$d."),
    SHIP_BY_NOT_PASSED(
            214,
            409,
            "ship_by_not_passed",
            "The payer may claim a refund once ship_by has passed."),
    EXTENSION_LIMIT(
            215, 422, "extension_limit", "At most %1$d more seconds in all, asked for %2$d."),
    CANCEL_ALREADY_REQUESTED(
            216,
            409,
            "cancel_already_requested",
            "The bank was asked to close the attempt before."),
    PAYER_FULL_REFUND_ONLY(
            217,
            422,
            "payer_full_refund_only",
            "The payer claims all that is held: %1$d, asked %2$d."),
    MILESTONES_MISMATCH(
            218, 422, "milestones_mismatch", "The milestones come to %1$d, the amount is %2$d."),
    MILESTONES_NEED_ESCROW(
            219, 422, "milestones_need_escrow", "Only an escrow payment has milestones."),
    MILESTONE_NAME_REPEATED(
            220, 422, "milestone_name_repeated", "Two milestones have the same name."),
    MILESTONE_NOT_FOUND(
            221, 422, "milestone_not_found", "The payment has no milestone of this name."),
    MILESTONE_ALREADY_SHIPPED(
            222, 409, "milestone_already_shipped", "The milestone has been shipped."),
    MILESTONE_ALREADY_RELEASED(
            223,
            409,
            "milestone_already_released",
            "Nothing is held for the milestone any more: its money was released."),
    MILESTONE_ALREADY_REFUNDED(
            224,
            409,
            "milestone_already_refunded",
            "Nothing is held for the milestone any more: its money was refunded."),
    MILESTONE_NOT_SHIPPED(225, 409, "milestone_not_shipped", "The milestone has not been shipped."),
    TOO_MANY_MILESTONES(
            226, 422, "too_many_milestones", "A payment has at most %1$d milestones, not %2$d."),
    PAYMENT_LINK_INACTIVE(260, 409, "payment_link_inactive", "The payment link is not active."),
    PAYMENT_LINK_EXPIRED(261, 409, "payment_link_expired", "The payment link has expired."),
    PAYMENT_LINK_USED_UP(
            262,
            409,
            "payment_link_used_up",
            "The payment link was to make %1$d payments, and has made %2$d."),
    PAYMENT_LINK_USES_EXCEED(
            263,
            422,
            "payment_link_uses_exceed",
            "The link has made %1$d payments already; max_uses cannot be %2$d."),

    // 230–244: disputes
    DISPUTE_OPEN(230, 409, "dispute_open", "The dispute is open: the payee is to answer."),
    DISPUTE_REJECTED(231, 409, "dispute_rejected", "The payee has rejected the dispute."),
    DISPUTE_RETURN_AGREED(
            232, 409, "dispute_return_agreed", "The goods are to be sent back before it goes on."),
    DISPUTE_RETURN_SHIPPED(
            233, 409, "dispute_return_shipped", "The goods are on their way back to the payee."),
    DISPUTE_ESCALATED(234, 409, "dispute_escalated", "The operator is to decide the dispute."),
    DISPUTE_ACCEPTED(235, 409, "dispute_accepted", "The dispute has ended: it was accepted."),
    DISPUTE_RESOLVED(
            236, 409, "dispute_resolved", "The dispute has ended: the operator has decided it."),
    DISPUTE_WITHDRAWN(237, 409, "dispute_withdrawn", "The dispute has ended: it was withdrawn."),
    PAYMENT_DISPUTED(
            238, 409, "payment_disputed", "A dispute is open: of %1$d held, %2$d is frozen."),
    DISPUTE_LIMIT(
            239,
            422,
            "dispute_limit",
            "A payment can be disputed %1$d times, and there were %2$d disputes."),
    AWARD_MISMATCH(240, 422, "award_mismatch", "Frozen %1$d, awarded %2$d."),
    EVIDENCE_LIMIT(
            241,
            422,
            "evidence_limit",
            "A dispute takes %1$d pieces of evidence, and it has %2$d."),

    // 245–259: clawbacks and chargebacks
    CHARGED_BACK(
            245,
            409,
            "charged_back",
            "The payer's bank took the money back: charged back %1$d, " + "released %2$d."),
    AMOUNT_EXCEEDS_RELEASED(246, 422, "amount_exceeds_released", "Released %1$d, asked %2$d."),
    OWN_FUNDS_EXHAUSTED(
            247,
            422,
            "own_funds_exhausted",
            "The operator's own funds would not cover it: headroom %1$d, needed %2$d."),
    CHARGEBACK_NOT_ANSWERED(
            249, 409, "chargeback_not_answered", "The channel has no answer of the payee yet."),
    CHARGEBACK_ANSWERED(
            250, 409, "chargeback_answered", "The channel has the evidence, and decides."),
    CHARGEBACK_LOST(251, 409, "chargeback_lost", "The chargeback is lost."),
    CHARGEBACK_WON(252, 409, "chargeback_won", "The chargeback is won."),
    DEADLINE_STOPPED(
            248,
            409,
            "deadline_stopped",
            "A failed refund has stopped the deadline; there is nothing to extend."),

    // 300–399: wallets and payouts
    INSUFFICIENT_BALANCE(300, 422, "insufficient_balance", "Available %1$d, asked %2$d."),
    PAYOUT_NOT_PENDING(301, 409, "payout_not_pending", "The payout has left for the bank."),
    PAYOUT_NOT_HELD(303, 409, "payout_not_held", "No rule holds the payout."),
    LIMIT_EXCEEDED(304, 422, "limit_exceeded", "The limit is %1$d, this would come to %2$d."),
    ACCOUNT_BLOCKED(305, 422, "account_blocked", "A rule blocks the account on the other side."),
    DESTINATION_BLOCKED(306, 422, "destination_blocked", "A rule blocks this bank account."),
    INSUFFICIENT_SETTLED_BALANCE(
            302, 422, "insufficient_settled_balance", "Settled by a statement %1$d, asked %2$d."),

    // 400–499: banks and time
    INSTRUCTION_CLOSED(400, 409, "instruction_closed", "The instruction is at its end."),
    INSTRUCTION_NOT_QUEUED(
            401, 409, "instruction_not_queued", "The instruction was claimed before."),
    STATEMENT_COMPLETE(410, 409, "statement_complete", "All lines of the statement are in."),

    ACTION_DOES_NOT_FIT(411, 422, "action_does_not_fit", "This cannot be done about such a break."),
    MOVEMENT_DOES_NOT_FIT(
            412,
            422,
            "movement_does_not_fit",
            "No such movement waits for this line: it waits for %1$d, the break has %2$d."),
    BREAK_AMOUNT_DIFFERS(413, 422, "break_amount_differs", "The break is about %1$d, asked %2$d."),
    PAYMENT_AMOUNT_DIFFERS(
            414, 422, "payment_amount_differs", "The payment asks for %1$d, the break has %2$d."),
    BREAK_RESOLVED(415, 409, "break_resolved", "The break is explained."),
    BREAK_NOT_RESOLVED(416, 409, "break_open", "The break is open."),
    RESOLUTION_FINAL(
            417,
            409,
            "resolution_final",
            "What reached a payment, a payer or a statement is not taken back here."),
    BREAK_ACCOUNT_NOT_FOUND(418, 422, "account_not_found", "There is no such account."),
    BREAK_PAYMENT_NOT_FOUND(419, 422, "payment_not_found", "There is no such payment."),
    ALREADY_GIVEN_BACK(
            421,
            409,
            "already_given_back",
            "What this movement collected is on its way back, or there."),
    PAYMENT_CURRENCY_DIFFERS(
            420, 422, "payment_currency_differs", "The payment is in another currency."),

    // 500–599: webhooks
    TOO_MANY_ENDPOINTS(
            500,
            422,
            "too_many_endpoints",
            "An owner has at most %1$d webhook endpoints, and there are %2$d."),
    ENDPOINT_DISABLED(501, 409, "endpoint_disabled", "The webhook endpoint is disabled."),
    REPLAY_RANGE_EMPTY(502, 422, "replay_range_empty", "No sequence lies from %1$d to %2$d."),
    SECRET_GENERATIONS_EXHAUSTED(
            503,
            422,
            "secret_generations_exhausted",
            "The secret was rotated %1$d times: make a new endpoint.");

    private static final ResultCode[] BY_NUMBER = byNumber();

    private final int number;
    private final int httpStatus;
    private final String code;
    private final String detail;

    ResultCode(int number, int httpStatus, String code, String detail) {
        this.number = number;
        this.httpStatus = httpStatus;
        this.code = code;
        this.detail = detail;
    }

    public int number() {
        return number;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** The stable name in {@code code} of a problem document. */
    public String code() {
        return code;
    }

    /** The sentence for a person, with its amounts. */
    public String detail(long first, long second) {
        return String.format(java.util.Locale.ROOT, detail, first, second);
    }

    public static ResultCode of(int number) {
        ResultCode code = number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : null;
        if (code == null) {
            throw new IllegalArgumentException("no result code has the number " + number);
        }
        return code;
    }

    private static ResultCode[] byNumber() {
        ResultCode[] codes = new ResultCode[512];
        for (ResultCode code : values()) {
            if (codes[code.number] != null) {
                throw new IllegalStateException("two result codes have the number " + code.number);
            }
            codes[code.number] = code;
        }
        return codes;
    }
}
