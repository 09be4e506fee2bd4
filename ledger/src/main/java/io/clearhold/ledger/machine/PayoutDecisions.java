package io.clearhold.ledger.machine;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.codec.CancelPayoutDecoder;
import io.clearhold.core.codec.CreatePayoutDecoder;
import io.clearhold.core.codec.InstructionFailedEncoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.PayoutCreatedEncoder;
import io.clearhold.core.codec.PayoutFailedEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.core.lifecycle.PayoutLifecycle;
import io.clearhold.core.lifecycle.PayoutTrigger;
import io.clearhold.core.lifecycle.RiskOperation;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.AccountTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PayoutTable;

/** Decides payouts. */
final class PayoutDecisions {
    private static final long SECOND_MS = 1_000;

    private final LedgerState state;
    private final Access access;
    private final EscrowFacts facts;
    private final RiskRules risk;
    private final PayoutCreatedEncoder created = new PayoutCreatedEncoder();
    private final PayoutFailedEncoder failed = new PayoutFailedEncoder();
    private final InstructionFailedEncoder instructionFailed = new InstructionFailedEncoder();

    PayoutDecisions(LedgerState state, Access access, EscrowFacts facts, RiskRules risk) {
        this.state = state;
        this.access = access;
        this.facts = facts;
        this.risk = risk;
    }

    void create(CreatePayoutDecoder command, Decision decision) {
        OriginDecoder origin = command.origin();
        AccountTable accounts = state.accounts();
        int account = accounts.find(command.account());
        if (account < 0 || !access.seesAccount(origin, account)) {
            decision.refuse(ResultCode.NOT_FOUND);
            return;
        }
        boolean hasDestination = command.hasDestination() != 0;
        if (!access.actsForAccount(origin, account)) {
            decision.refuse(ResultCode.FORBIDDEN);
        } else if (accounts.status(account) != AccountStatus.ACTIVE) {
            decision.refuse(ResultCode.ACCOUNT_NOT_ACTIVE);
        } else if (!hasDestination && coolOffMs(account, decision.nowMs()) > 0) {
            long seconds = (coolOffMs(account, decision.nowMs()) + SECOND_MS - 1) / SECOND_MS;
            decision.refuse(ResultCode.PAYOUT_COOL_OFF, seconds, 0);
        } else if (!state.settings().supportsCurrency(command.currency())) {
            decision.refuse(ResultCode.CURRENCY_NOT_SUPPORTED);
        } else if (!state.settings().hasChannel(command.channel())) {
            decision.refuse(ResultCode.CHANNEL_NOT_FOUND);
        } else if (!hasDestination && !accounts.hasBankAccount(account)) {
            decision.refuse(ResultCode.BANK_ACCOUNT_MISSING);
        } else if (state.book().totals(command.currency()).isFull()) {
            decision.refuse(ResultCode.AMOUNT_TOO_LARGE);
        } else if (covers(command.account(), command.currency(), command.amount(), decision)) {
            long number = hasDestination ? command.numberHash() : accounts.numberHash(account);
            boolean allowed =
                    risk.judge(
                            RiskOperation.PAYOUT,
                            origin.key(),
                            command.account(),
                            command.currency(),
                            command.amount(),
                            0,
                            number,
                            true,
                            decision);
            if (!allowed) {
                risk.refuse(decision);
            } else {
                long textSequence =
                        hasDestination ? decision.sequence() : accounts.textSequence(account);
                put(
                        command.account(),
                        command.amount(),
                        command.currency(),
                        command.channel(),
                        hasDestination,
                        textSequence,
                        decision);
            }
        }
    }

    /** The staff lets it go: now its bank is told. */
    void release(int payout, Decision decision) {
        PayoutTable payouts = state.payouts();
        facts.queue(
                0,
                decision.newId(),
                InstructionKind.PAYOUT,
                payouts.id(payout),
                payouts.channel(payout),
                payouts.amount(payout),
                payouts.currency(payout),
                payouts.textSequence(payout),
                decision);
    }

    /** The staff refuses it: the money is available again. */
    void reject(int payout, Decision decision) {
        fail(payout, FailureReason.REFUSED, decision);
    }

    /**
     * How long payouts to the account's own, changed bank account still wait; 0 or less: no more.
     */
    long coolOffMs(int account, long nowMs) {
        return state.accounts().payoutsFromMs(account) - nowMs;
    }

    /** What of the balance may leave now. */
    long payable(long account, int currency) {
        long available = state.book().balance(AccountKind.AVAILABLE, account, currency);
        return state.payoutSettings().requireSettled()
                ? Math.max(0, available - state.book().unsettledOf(account, currency))
                : available;
    }

    private boolean covers(long account, int currency, long amount, Decision decision) {
        long available = state.book().balance(AccountKind.AVAILABLE, account, currency);
        if (available < amount) {
            decision.refuse(ResultCode.INSUFFICIENT_BALANCE, available, amount);
        } else if (payable(account, currency) < amount) {
            decision.refuse(
                    ResultCode.INSUFFICIENT_SETTLED_BALANCE, payable(account, currency), amount);
        }
        return !decision.isRefused();
    }

    void cancel(CancelPayoutDecoder command, Decision decision) {
        PayoutTable payouts = state.payouts();
        int payout = payouts.find(command.payout());
        int account = payout < 0 ? -1 : state.accounts().find(payouts.account(payout));
        if (payout < 0 || !access.seesAccount(command.origin(), account)) {
            decision.refuse(ResultCode.NOT_FOUND);
            return;
        }
        int instruction = state.instructions().find(payouts.instruction(payout));
        boolean queued =
                PayoutLifecycle.TABLE.guard(payouts.status(payout), PayoutTrigger.CANCEL)
                                == ResultCode.OK
                        && (payouts.held(payout)
                                || state.instructions().status(instruction)
                                        == InstructionStatus.QUEUED);
        if (!access.actsForAccount(command.origin(), account)) {
            decision.refuse(ResultCode.FORBIDDEN);
        } else if (!queued) {
            decision.refuse(ResultCode.PAYOUT_NOT_PENDING);
        } else {
            if (!payouts.held(payout)) {
                decision.event(instructionFailed);
                decision.chain(instructionFailed.chain(), 0);
                instructionFailed
                        .instruction(payouts.instruction(payout))
                        .evidence((short) Evidence.ANSWER.code())
                        .reason((short) FailureReason.CANCELED.code());
                decision.end();
            }
            fail(payout, FailureReason.CANCELED, decision);
            decision.show(IdKind.PAYOUT, command.payout());
        }
    }

    /** It never left: the money is available again. */
    void fail(int payout, FailureReason reason, Decision decision) {
        PayoutTable payouts = state.payouts();
        decision.event(failed);
        decision.chain(failed.chain(), 0);
        failed.payout(payouts.id(payout))
                .account(payouts.account(payout))
                .amount(payouts.amount(payout))
                .currency(payouts.currency(payout))
                .channel((short) payouts.channel(payout))
                .reason((short) reason.code())
                .debt(repaid(payout, decision));
        decision.end();
    }

    /** What of a payout that comes back repays debt. */
    long repaid(int payout, Decision decision) {
        PayoutTable payouts = state.payouts();
        return decision.funds()
                .credit(payouts.account(payout), payouts.currency(payout), payouts.amount(payout));
    }

    /** The payout and, unless a rule holds it, its instruction; it was checked and judged. */
    void put(
            long account,
            long amount,
            int currency,
            int channel,
            boolean hasDestination,
            long textSequence,
            Decision decision) {
        long payout = decision.newId();
        decision.event(created);
        decision.chain(created.chain(), 0);
        created.payout(payout)
                .account(account)
                .amount(amount)
                .currency(currency)
                .channel((short) channel)
                .hasDestination((short) (hasDestination ? 1 : 0))
                .textSequence(textSequence)
                .held((short) (risk.holds() ? 1 : 0));
        decision.end();
        if (!risk.holds()) {
            facts.queue(
                    0,
                    decision.newId(),
                    InstructionKind.PAYOUT,
                    payout,
                    channel,
                    amount,
                    currency,
                    textSequence,
                    decision);
        }
        risk.record(payout, decision);
        decision.show(IdKind.PAYOUT, payout);
    }
}
