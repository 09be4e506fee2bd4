package io.clearhold.ledger.machine;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.PayPaymentDecoder;
import io.clearhold.core.codec.PaymentPendingEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.lifecycle.MethodKind;
import io.clearhold.core.lifecycle.PaymentLifecycle;
import io.clearhold.core.lifecycle.PaymentTrigger;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.AccountTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentTable;

/**
 * Decides attempts to pay: by a channel, which takes its time, or from a wallet, which collects at
 * once.
 */
final class PaymentAttempts {
    private final LedgerState state;
    private final Access access;
    private final EscrowFacts facts;
    private final PaymentPendingEncoder pending = new PaymentPendingEncoder();

    PaymentAttempts(LedgerState state, Access access, EscrowFacts facts) {
        this.state = state;
        this.access = access;
        this.facts = facts;
    }

    void decide(PayPaymentDecoder command, Decision decision) {
        OriginDecoder origin = command.origin();
        PaymentTable payments = state.payments();
        int payment = payments.find(command.payment());
        if (payment < 0 || !access.seesPayment(origin, payment)) {
            decision.refuse(ResultCode.NOT_FOUND);
            return;
        }
        boolean side =
                Role.of(origin.role()) == Role.CLIENT_SECRET || access.isPayerSide(origin, payment);
        if (!side) {
            decision.refuse(ResultCode.FORBIDDEN);
            return;
        }
        ResultCode guard = PaymentLifecycle.guard(payments.status(payment), PaymentTrigger.PAY);
        if (guard != ResultCode.OK) {
            decision.refuse(guard);
            return;
        }
        int payee = state.accounts().find(payments.payee(payment));
        if (state.accounts().status(payee) != AccountStatus.ACTIVE) {
            decision.refuse(ResultCode.ACCOUNT_NOT_ACTIVE);
            return;
        }
        MethodKind method = MethodKind.of(command.methodKind());
        ResultCode refusal =
                method == MethodKind.WALLET
                        ? checkWallet(
                                origin,
                                command.wallet(),
                                payments.platform(payment),
                                payments.payer(payment),
                                payments.amount(payment),
                                payments.currency(payment),
                                decision)
                        : checkChannel(command.channel());
        if (refusal != ResultCode.OK) {
            if (!decision.isRefused()) {
                decision.refuse(refusal);
            }
            return;
        }
        pay(payment, method, command.channel(), command.wallet(), decision);
        decision.show(IdKind.PAYMENT, command.payment());
    }

    /** Starts the attempt; everything was checked. */
    void pay(int payment, MethodKind method, int channel, long wallet, Decision decision) {
        PaymentTable payments = state.payments();
        int attempt = payments.attempt(payment) + 1;
        if (method == MethodKind.WALLET) {
            facts.hold(payment, attempt, 0, wallet, decision);
            return;
        }
        long instruction = decision.newId();
        decision.event(pending);
        decision.chain(pending.chain(), payments.id(payment));
        pending.attempt(attempt).instruction(instruction).payByMs(payments.payByMs(payment));
        decision.end();
        facts.queue(
                payments.id(payment),
                instruction,
                InstructionKind.COLLECT,
                payments.id(payment),
                channel,
                payments.amount(payment),
                payments.currency(payment),
                decision.sequence(),
                decision);
    }

    ResultCode checkChannel(int channel) {
        return state.settings().hasChannel(channel) ? ResultCode.OK : ResultCode.CHANNEL_NOT_FOUND;
    }

    ResultCode checkWallet(
            OriginDecoder origin,
            long wallet,
            long platform,
            long payer,
            long amount,
            int currency,
            Decision decision) {
        AccountTable accounts = state.accounts();
        int index = accounts.find(wallet);
        if (index < 0 || accounts.platform(index) != platform || (payer != 0 && payer != wallet)) {
            return ResultCode.PAYER_NOT_FOUND;
        }
        if (!access.actsForAccount(origin, index)) {
            return ResultCode.FORBIDDEN;
        }
        if (accounts.status(index) != AccountStatus.ACTIVE) {
            return ResultCode.ACCOUNT_NOT_ACTIVE;
        }
        if (state.book().totals(currency).isFull()) {
            return ResultCode.AMOUNT_TOO_LARGE;
        }
        long available = state.book().balance(AccountKind.AVAILABLE, wallet, currency);
        if (available < amount) {
            decision.refuse(ResultCode.INSUFFICIENT_BALANCE, available, amount);
            return ResultCode.INSUFFICIENT_BALANCE;
        }
        return ResultCode.OK;
    }
}
