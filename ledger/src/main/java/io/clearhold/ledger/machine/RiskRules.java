package io.clearhold.ledger.machine;

import io.clearhold.core.codec.LimitsUsedEncoder;
import io.clearhold.core.codec.RiskDecidedEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.RiskAction;
import io.clearhold.core.lifecycle.RiskOperation;
import io.clearhold.core.lifecycle.RiskRule;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.LimitTable;

/**
 * Judges an operation by the rules of its account and of the key that asks for it. The strongest of
 * what the broken rules say counts, and each such decision is an event, also where it refuses. What
 * goes on counts against the rules. Used by one decision at a time: {@link #judge}, then {@link
 * #record} once the operation is decided.
 */
final class RiskRules {
    private static final long DAY_MS = 24L * 3600 * 1000;
    private static final int NONE = -1;

    private final LedgerState state;
    private final LimitTable limits;
    private final RiskDecidedEncoder decided = new RiskDecidedEncoder();
    private final LimitsUsedEncoder used = new LimitsUsedEncoder();
    private RiskOperation operation = RiskOperation.ANY;
    private long account;
    private long key;
    private long amount;
    private int currency;
    private long counterparty;
    private long numberHash;
    private int broken = NONE;
    private long brokenAt;

    RiskRules(LedgerState state) {
        this.state = state;
        this.limits = state.limits();
    }

    /**
     * Whether the operation may go on; else the event says why, and {@link #refuse} the answer.
     *
     * @param ofKey of who asks, 0 for what happens by itself
     * @param otherSide the account on the other side, 0 if there is none
     * @param destination the keyed hash of the number that a payout goes to, 0 if there is none
     * @param canWait whether it can be held; what cannot is refused by a rule that would hold it
     */
    boolean judge(
            RiskOperation what,
            long ofKey,
            long ofAccount,
            int ofCurrency,
            long ofAmount,
            long otherSide,
            long destination,
            boolean canWait,
            Decision decision) {
        operation = what;
        account = ofAccount;
        key = ofKey;
        currency = ofCurrency;
        amount = ofAmount;
        counterparty = otherSide;
        numberHash = destination;
        broken = NONE;
        judgeRules(firstOfAccount(), decision.nowMs());
        judgeRules(firstOfKey(), decision.nowMs());
        if (broken == NONE) {
            return true;
        }
        boolean refuses =
                limits.action(broken) == RiskAction.REFUSE
                        || (limits.action(broken) == RiskAction.HOLD && !canWait);
        if (refuses) {
            put(0, RiskAction.REFUSE, decision);
        }
        return !refuses;
    }

    /** The answer to what may not go on. */
    void refuse(Decision decision) {
        long most = shown(limits.value(broken));
        decision.refuse(codeOf(limits.kind(broken)), most, shown(brokenAt));
    }

    /** Whether a rule holds what was judged last. */
    boolean holds() {
        return broken != NONE && limits.action(broken) == RiskAction.HOLD;
    }

    /** It goes on as {@code subject}: says so if a rule was broken, and counts it. */
    void record(long subject, Decision decision) {
        if (broken != NONE) {
            put(subject, limits.action(broken), decision);
        }
        count(account, IdKind.ACCOUNT, firstOfAccount(), decision);
        count(key, IdKind.KEY, firstOfKey(), decision);
    }

    /** The staff has decided about what a rule held. */
    void reviewed(int payout, RiskAction action, Decision decision) {
        decision.event(decided)
                .account(state.payouts().account(payout))
                .key(0)
                .subject(state.payouts().id(payout))
                .operation((short) RiskOperation.PAYOUT.code())
                .kind((short) 0)
                .decision((short) action.code())
                .currency(state.payouts().currency(payout))
                .most(0)
                .asked(state.payouts().amount(payout));
        decision.end();
    }

    private int firstOfAccount() {
        int index = state.accounts().find(account);
        return index < 0 ? NONE : limits.at(state.accounts().limits(index));
    }

    private int firstOfKey() {
        int index = key == 0 || limits.size() == 0 ? NONE : state.keys().find(key);
        return index < 0 ? NONE : limits.at(state.keys().limits(index));
    }

    private void judgeRules(int first, long nowMs) {
        for (int at = first; at >= 0; at = limits.next(at)) {
            if (applies(at)) {
                long measured = measure(at, nowMs);
                boolean stronger =
                        broken == NONE || limits.action(at).code() > limits.action(broken).code();
                if (isBroken(at, measured) && stronger) {
                    broken = at;
                    brokenAt = measured;
                }
            }
        }
    }

    private boolean applies(int rule) {
        return limits.isSet(rule)
                && (limits.operation(rule) == RiskOperation.ANY
                        || limits.operation(rule) == operation)
                && (limits.currency(rule) == 0 || limits.currency(rule) == currency);
    }

    /** What the rule looks at, this operation included. */
    private long measure(int rule, long nowMs) {
        return switch (limits.kind(rule)) {
            case MAX_AMOUNT -> amount;
            case MAX_PER_DAY -> capped(usedNow(rule, nowMs), amount);
            case MAX_COUNT -> usedNow(rule, nowMs) + 1;
            case BLOCKED_ACCOUNT -> counterparty;
            case BLOCKED_DESTINATION -> numberHash;
        };
    }

    private boolean isBroken(int rule, long measured) {
        return switch (limits.kind(rule)) {
            case MAX_AMOUNT, MAX_PER_DAY, MAX_COUNT -> measured > limits.value(rule);
            case BLOCKED_ACCOUNT, BLOCKED_DESTINATION ->
                    measured != 0 && measured == limits.value(rule);
        };
    }

    private long usedNow(int rule, long nowMs) {
        return windowStartMs(rule, nowMs) == limits.windowStartMs(rule) ? limits.used(rule) : 0;
    }

    /** A day begins at midnight, another window with the first operation in it. */
    private long windowStartMs(int rule, long nowMs) {
        if (limits.kind(rule) == RiskRule.MAX_PER_DAY) {
            return Math.floorDiv(nowMs, DAY_MS) * DAY_MS;
        }
        long start = limits.windowStartMs(rule);
        return start != 0 && nowMs - start < limits.windowMs(rule) ? start : nowMs;
    }

    private void count(long owner, IdKind ownerKind, int first, Decision decision) {
        int uses = 0;
        for (int at = first; at >= 0; at = limits.next(at)) {
            uses += counts(at) ? 1 : 0;
        }
        if (uses == 0) {
            return;
        }
        decision.event(used).owner(owner).ownerKind((short) ownerKind.code());
        LimitsUsedEncoder.UsesEncoder target = used.usesCount(uses);
        int place = 0;
        for (int at = first; at >= 0; at = limits.next(at)) {
            if (counts(at)) {
                target.next()
                        .place(place)
                        .windowStartMs(windowStartMs(at, decision.nowMs()))
                        .used(measure(at, decision.nowMs()));
            }
            place++;
        }
        decision.end();
    }

    private boolean counts(int rule) {
        if (!applies(rule)) {
            return false;
        }
        RiskRule kind = limits.kind(rule);
        return kind == RiskRule.MAX_PER_DAY || kind == RiskRule.MAX_COUNT;
    }

    private void put(long subject, RiskAction action, Decision decision) {
        decision.event(decided)
                .account(account)
                .key(key)
                .subject(subject)
                .operation((short) operation.code())
                .kind((short) limits.kind(broken).code())
                .decision((short) action.code())
                .currency(currency)
                .most(shown(limits.value(broken)))
                .asked(shown(brokenAt));
        decision.end();
    }

    /** A blocked account or number is no amount to be told. */
    private long shown(long value) {
        RiskRule kind = limits.kind(broken);
        boolean hidden = kind == RiskRule.BLOCKED_ACCOUNT || kind == RiskRule.BLOCKED_DESTINATION;
        return hidden ? 0 : value;
    }

    private static ResultCode codeOf(RiskRule kind) {
        return switch (kind) {
            case MAX_AMOUNT, MAX_PER_DAY, MAX_COUNT -> ResultCode.LIMIT_EXCEEDED;
            case BLOCKED_ACCOUNT -> ResultCode.ACCOUNT_BLOCKED;
            case BLOCKED_DESTINATION -> ResultCode.DESTINATION_BLOCKED;
        };
    }

    private static long capped(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
}
