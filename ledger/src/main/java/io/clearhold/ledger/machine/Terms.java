package io.clearhold.ledger.machine;

import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.money.Amounts;
import io.clearhold.core.result.ResultCode;
import io.clearhold.core.share.Shares;
import io.clearhold.ledger.state.AccountTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.MilestoneTable;
import io.clearhold.ledger.state.SplitTable;
import java.util.Arrays;

/**
 * How an amount is to be shared and parted, as it was asked for: by a new payment, by new terms of
 * one, or by a payment link. One instance is filled anew for each command; the splits and the
 * milestones of a message are read once, and then stand here.
 */
final class Terms {
    private final LedgerState state;
    private long[] splitAccounts = new long[8];
    private int[] splitKinds = new int[8];
    private long[] splitValues = new long[8];
    private int splits;
    private final long[] names = new long[MilestoneTable.MOST];
    private final long[] amounts = new long[MilestoneTable.MOST];
    private int milestones;
    private ShareKind feeKind = ShareKind.NONE;
    private long feeValue;
    private long feeMin;
    private long feeMax;
    private boolean feeGiven;

    Terms(LedgerState state) {
        this.state = state;
    }

    /** No splits, no milestones, no fee of its own. */
    void clear() {
        splits = 0;
        milestones = 0;
        feeKind = ShareKind.NONE;
        feeValue = 0;
        feeMin = 0;
        feeMax = 0;
        feeGiven = false;
    }

    void addSplit(long account, int kind, long value) {
        if (splits == splitAccounts.length) {
            splitAccounts = Arrays.copyOf(splitAccounts, splits * 2);
            splitKinds = Arrays.copyOf(splitKinds, splits * 2);
            splitValues = Arrays.copyOf(splitValues, splits * 2);
        }
        splitAccounts[splits] = account;
        splitKinds[splits] = kind;
        splitValues[splits] = value;
        splits++;
    }

    /** More than there may be are counted, and refused by {@link #check}. */
    void addMilestone(long name, long amount) {
        if (milestones < MilestoneTable.MOST) {
            names[milestones] = name;
            amounts[milestones] = amount;
        }
        milestones++;
    }

    /** The splits that stand in the state already. */
    void addSplits(int first, int count) {
        SplitTable table = state.splits();
        for (int i = first; i < first + count; i++) {
            addSplit(table.account(i), table.kind(i).code(), table.value(i));
        }
    }

    /** The milestones that stand in the state already. */
    void addMilestones(int first, int count) {
        MilestoneTable table = state.milestones();
        for (int i = first; i < first + count; i++) {
            addMilestone(table.name(i), table.amount(i));
        }
    }

    /** A fee that was asked for, which only some may; a kind of none asks for nothing. */
    void fee(ShareKind kind, long value, long min, long max) {
        boolean none = kind == ShareKind.NONE;
        feeKind = kind;
        feeValue = none ? 0 : value;
        feeMin = none ? 0 : min;
        feeMax = none ? 0 : max;
        feeGiven = kind != ShareKind.NONE;
    }

    /** The fee that is agreed already. */
    void feeAsBefore(ShareKind kind, long value, long min, long max) {
        fee(kind, value, min, max);
        feeGiven = false;
    }

    /** If no fee was asked for, the payee's pricing. */
    void priceFor(int payee) {
        if (feeKind == ShareKind.NONE) {
            AccountTable accounts = state.accounts();
            feeAsBefore(
                    accounts.feeKind(payee),
                    accounts.feeValue(payee),
                    accounts.feeMin(payee),
                    accounts.feeMax(payee));
        }
    }

    /** Whether the caller may set the fee that he asks for. */
    ResultCode checkFee(Role role) {
        return feeGiven && role == Role.ACCOUNT ? ResultCode.FEE_NOT_ALLOWED : ResultCode.OK;
    }

    /** Whether it all fits into the amount; the fee is known by now. */
    ResultCode check(int payee, long amount, PaymentMode mode, Decision decision) {
        ResultCode shares = checkShares(payee, amount, decision);
        return shares == ResultCode.OK ? checkMilestones(amount, mode, decision) : shares;
    }

    int splits() {
        return splits;
    }

    long splitAccount(int i) {
        return splitAccounts[i];
    }

    short splitKind(int i) {
        return (short) splitKinds[i];
    }

    long splitValue(int i) {
        return splitValues[i];
    }

    int milestones() {
        return milestones;
    }

    long milestoneName(int i) {
        return names[i];
    }

    long milestoneAmount(int i) {
        return amounts[i];
    }

    short feeKind() {
        return (short) feeKind.code();
    }

    long feeValue() {
        return feeValue;
    }

    long feeMin() {
        return feeMin;
    }

    long feeMax() {
        return feeMax;
    }

    private ResultCode checkShares(int payee, long amount, Decision decision) {
        if (Shares.exceedsWhole(feeKind, feeValue)) {
            decision.refuse(ResultCode.SPLITS_EXCEED_AMOUNT, feeValue, Amounts.BPS_WHOLE);
            return ResultCode.SPLITS_EXCEED_AMOUNT;
        }
        ResultCode code = ResultCode.OK;
        long sum = Shares.fixed(feeKind, feeValue, feeMin, feeMax, amount);
        for (int i = 0; i < splits; i++) {
            ShareKind kind = ShareKind.of(splitKinds[i]);
            long share =
                    Shares.exceedsWhole(kind, splitValues[i])
                            ? Long.MAX_VALUE
                            : Shares.fixed(kind, splitValues[i], 0, 0, amount);
            sum = plus(sum, share);
            code = worse(code, splitAccounts[i], payee);
        }
        if (code != ResultCode.OK) {
            return code;
        }
        if (sum > amount) {
            decision.refuse(ResultCode.SPLITS_EXCEED_AMOUNT, sum, amount);
            return ResultCode.SPLITS_EXCEED_AMOUNT;
        }
        return ResultCode.OK;
    }

    private ResultCode checkMilestones(long amount, PaymentMode mode, Decision decision) {
        if (milestones == 0) {
            return ResultCode.OK;
        }
        if (milestones > MilestoneTable.MOST) {
            decision.refuse(ResultCode.TOO_MANY_MILESTONES, MilestoneTable.MOST, milestones);
            return ResultCode.TOO_MANY_MILESTONES;
        }
        if (mode != PaymentMode.ESCROW) {
            return ResultCode.MILESTONES_NEED_ESCROW;
        }
        long sum = 0;
        for (int i = 0; i < milestones; i++) {
            sum = plus(sum, amounts[i]);
            for (int j = 0; j < i; j++) {
                if (names[i] == names[j]) {
                    return ResultCode.MILESTONE_NAME_REPEATED;
                }
            }
        }
        if (sum != amount) {
            decision.refuse(ResultCode.MILESTONES_MISMATCH, sum, amount);
            return ResultCode.MILESTONES_MISMATCH;
        }
        return ResultCode.OK;
    }

    /** An account that is not there outweighs one that may not receive. */
    private ResultCode worse(ResultCode before, long account, int payee) {
        AccountTable accounts = state.accounts();
        int index = accounts.find(account);
        if (index < 0 || accounts.platform(index) != accounts.platform(payee)) {
            return ResultCode.SPLIT_ACCOUNT_NOT_FOUND;
        }
        boolean active = accounts.status(index) == AccountStatus.ACTIVE;
        return before == ResultCode.OK && !active ? ResultCode.ACCOUNT_NOT_ACTIVE : before;
    }

    private static long plus(long sum, long more) {
        return more > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + more;
    }
}
