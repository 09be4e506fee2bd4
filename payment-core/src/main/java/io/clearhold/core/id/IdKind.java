package io.clearhold.core.id;

/** What an {@link ObjectId} names. Codes are stored and never reused. */
public enum IdKind {
    ACCOUNT(1, "acc_"),
    PAYMENT(2, "pay_"),
    REFUND(3, "rfd_"),
    DISPUTE(4, "dsp_"),
    CHARGEBACK(5, "cbk_"),
    TRANSFER(6, "trf_"),
    TOPUP(7, "top_"),
    PAYOUT(8, "pyt_"),
    SETTLEMENT(9, "stl_"),
    EVENT(10, "evt_"),
    WEBHOOK_ENDPOINT(11, "whk_"),
    STATEMENT(12, "stm_"),
    BREAK(13, "brk_"),
    APPROVAL(14, "apr_"),
    KEY(15, "key_"),
    /** An instruction to a bank; the bank knows it by this id. */
    INSTRUCTION(16, "ins_"),
    PAYMENT_LINK(17, "lnk_");

    private final int code;
    private final String prefix;

    IdKind(int code, String prefix) {
        this.code = code;
        this.prefix = prefix;
    }

    public int code() {
        return code;
    }

    public String prefix() {
        return prefix;
    }
}
