package io.clearhold.ledger.machine;

import io.clearhold.core.codec.CreatePaymentDecoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.PaymentCreatedEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.MethodKind;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.money.Amounts;
import io.clearhold.core.result.ResultCode;
import io.clearhold.core.share.Shares;
import io.clearhold.ledger.state.AccountTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.Settings;

/** Decides new payments. */
final class PaymentCreation {
    private static final long NOT_GIVEN = -1;

    private final LedgerState state;
    private final Access access;
    private final PaymentAttempts attempts;
    private final PaymentCreatedEncoder created = new PaymentCreatedEncoder();

    PaymentCreation(LedgerState state, Access access, PaymentAttempts attempts) {
        this.state = state;
        this.access = access;
        this.attempts = attempts;
    }

    /** Step 0 fixes the terms; step 1, if a method was given, starts the first attempt. */
    void decide(CreatePaymentDecoder command, int step, Decision decision) {
        if (step > 0) {
            attempts.pay(
                    state.payments().find(decision.shownId()),
                    MethodKind.of(command.methodKind()),
                    command.channel(),
                    command.wallet(),
                    decision);
            return;
        }
        ResultCode refusal = check(command, decision);
        if (refusal != ResultCode.OK) {
            if (!decision.isRefused()) {
                decision.refuse(refusal);
            }
            return;
        }
        // Nothing below can fail.
        AccountTable accounts = state.accounts();
        OriginDecoder origin = command.origin();
        int payee = accounts.find(command.payee());
        Settings settings = state.settings();
        long payment = decision.newId();
        decision.event(created);
        created.chain().payment(payment).previous(0);
        created.platform(accounts.platform(payee))
                .creatorRole(origin.role())
                .creator(Access.creatorOf(origin))
                .payee(command.payee())
                .payer(command.payer())
                .amount(command.amount())
                .currency(command.currency())
                .mode(command.mode())
                .payByMs(
                        command.payByMs() != 0
                                ? command.payByMs()
                                : decision.nowMs() + settings.payByDefaultMs())
                .shipByMs(command.shipByMs())
                .autoRefund(command.autoRefund())
                .autoConfirmAfterSeconds(
                        command.autoConfirmAfterSeconds() == NOT_GIVEN
                                ? settings.autoConfirmDefaultSeconds()
                                : command.autoConfirmAfterSeconds())
                .referenceHigh(command.referenceHigh())
                .referenceLow(command.referenceLow());
        putFee(command, payee);
        // The check has read the group to its end; a group is read from where the decoder stands.
        command.sbeRewind();
        CreatePaymentDecoder.SplitsDecoder splits = command.splits();
        PaymentCreatedEncoder.SplitsEncoder target = created.splitsCount(splits.count());
        while (splits.hasNext()) {
            splits.next();
            target.next().account(splits.account()).kind(splits.kind()).value(splits.value());
        }
        decision.end();
        decision.show(IdKind.PAYMENT, payment);
        if (MethodKind.of(command.methodKind()) != MethodKind.NONE) {
            decision.continues();
        }
    }

    private ResultCode check(CreatePaymentDecoder command, Decision decision) {
        OriginDecoder origin = command.origin();
        AccountTable accounts = state.accounts();
        Role role = Role.of(origin.role());
        int payee = accounts.find(command.payee());
        if (payee < 0 || !access.seesAccount(origin, payee)) {
            return ResultCode.PAYEE_NOT_FOUND;
        }
        if (!access.actsForAccount(origin, payee) && role != Role.OPERATOR) {
            return ResultCode.FORBIDDEN;
        }
        if (accounts.status(payee) != AccountStatus.ACTIVE) {
            return ResultCode.ACCOUNT_NOT_ACTIVE;
        }
        if (command.payer() != 0 && !isOfSamePlatform(command.payer(), payee)) {
            return ResultCode.PAYER_NOT_FOUND;
        }
        if (command.payer() != 0 && !isActive(command.payer())) {
            return ResultCode.ACCOUNT_NOT_ACTIVE;
        }
        if (ShareKind.of(command.feeKind()) != ShareKind.NONE && role == Role.ACCOUNT) {
            return ResultCode.FEE_NOT_ALLOWED;
        }
        if (!state.settings().supportsCurrency(command.currency())) {
            return ResultCode.CURRENCY_NOT_SUPPORTED;
        }
        if (state.book().totals(command.currency()).isFullFor(command.amount())) {
            return ResultCode.AMOUNT_TOO_LARGE;
        }
        boolean past = isPast(command.payByMs(), decision) || isPast(command.shipByMs(), decision);
        if (past) {
            return ResultCode.DEADLINE_IN_PAST;
        }
        if (state.hasReference(command.referenceHigh(), command.referenceLow())) {
            return ResultCode.DUPLICATE_REFERENCE;
        }
        ResultCode shares = checkShares(command, payee, decision);
        if (shares != ResultCode.OK) {
            return shares;
        }
        return switch (MethodKind.of(command.methodKind())) {
            case NONE -> ResultCode.OK;
            case CHANNEL -> attempts.checkChannel(command.channel());
            case WALLET ->
                    attempts.checkWallet(
                            origin,
                            command.wallet(),
                            accounts.platform(payee),
                            command.payer(),
                            command.amount(),
                            command.currency(),
                            decision);
        };
    }

    private ResultCode checkShares(CreatePaymentDecoder command, int payee, Decision decision) {
        long amount = command.amount();
        if (Shares.exceedsWhole(ShareKind.of(command.feeKind()), command.feeValue())) {
            decision.refuse(ResultCode.SPLITS_EXCEED_AMOUNT, command.feeValue(), Amounts.BPS_WHOLE);
            return ResultCode.SPLITS_EXCEED_AMOUNT;
        }
        long sum = feeOf(command, payee, amount);
        ResultCode code = ResultCode.OK;
        for (CreatePaymentDecoder.SplitsDecoder split : command.splits()) {
            ShareKind kind = ShareKind.of(split.kind());
            long share =
                    Shares.exceedsWhole(kind, split.value())
                            ? Long.MAX_VALUE
                            : Shares.fixed(kind, split.value(), 0, 0, amount);
            sum = share > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + share;
            if (!isOfSamePlatform(split.account(), payee)) {
                code = ResultCode.SPLIT_ACCOUNT_NOT_FOUND;
            } else if (code == ResultCode.OK && !isActive(split.account())) {
                code = ResultCode.ACCOUNT_NOT_ACTIVE;
            }
        }
        if (code == ResultCode.OK && sum > amount) {
            decision.refuse(ResultCode.SPLITS_EXCEED_AMOUNT, sum, amount);
            code = ResultCode.SPLITS_EXCEED_AMOUNT;
        }
        return code;
    }

    /** The fee that was asked for; otherwise the payee's pricing. */
    private long feeOf(CreatePaymentDecoder command, int payee, long amount) {
        AccountTable accounts = state.accounts();
        ShareKind kind = ShareKind.of(command.feeKind());
        return kind != ShareKind.NONE
                ? Shares.fixed(kind, command.feeValue(), command.feeMin(), command.feeMax(), amount)
                : Shares.fixed(
                        accounts.feeKind(payee),
                        accounts.feeValue(payee),
                        accounts.feeMin(payee),
                        accounts.feeMax(payee),
                        amount);
    }

    private void putFee(CreatePaymentDecoder command, int payee) {
        AccountTable accounts = state.accounts();
        if (ShareKind.of(command.feeKind()) != ShareKind.NONE) {
            created.feeKind(command.feeKind())
                    .feeValue(command.feeValue())
                    .feeMin(command.feeMin())
                    .feeMax(command.feeMax());
        } else if (accounts.feeKind(payee) == ShareKind.NONE) {
            created.feeKind((short) ShareKind.NONE.code()).feeValue(0).feeMin(0).feeMax(0);
        } else {
            created.feeKind((short) accounts.feeKind(payee).code())
                    .feeValue(accounts.feeValue(payee))
                    .feeMin(accounts.feeMin(payee))
                    .feeMax(accounts.feeMax(payee));
        }
    }

    private boolean isOfSamePlatform(long account, int payee) {
        AccountTable accounts = state.accounts();
        int index = accounts.find(account);
        return index >= 0 && accounts.platform(index) == accounts.platform(payee);
    }

    private boolean isActive(long account) {
        AccountTable accounts = state.accounts();
        return accounts.status(accounts.find(account)) == AccountStatus.ACTIVE;
    }

    private static boolean isPast(long timeMs, Decision decision) {
        return timeMs != 0 && timeMs <= decision.nowMs();
    }
}
