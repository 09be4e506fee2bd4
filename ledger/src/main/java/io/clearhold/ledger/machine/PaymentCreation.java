package io.clearhold.ledger.machine;

import io.clearhold.core.codec.CreatePaymentDecoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.PaymentCreatedEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.MethodKind;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.RiskOperation;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.AccountTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.Settings;

/** Decides new payments. */
final class PaymentCreation {
    /** The ledger's setting decides. */
    static final long NOT_GIVEN = -1;

    private final LedgerState state;
    private final Access access;
    private final PaymentAttempts attempts;
    private final Terms terms;
    private final PaymentUpdates updates;
    private final RiskRules risk;
    private final PaymentCreatedEncoder created = new PaymentCreatedEncoder();

    PaymentCreation(
            LedgerState state,
            Access access,
            PaymentAttempts attempts,
            Terms terms,
            PaymentUpdates updates,
            RiskRules risk) {
        this.state = state;
        this.access = access;
        this.attempts = attempts;
        this.terms = terms;
        this.updates = updates;
        this.risk = risk;
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
        boolean allowed =
                risk.judge(
                        RiskOperation.PAYMENT,
                        command.origin().key(),
                        command.payee(),
                        command.currency(),
                        command.amount(),
                        command.payer(),
                        0,
                        false,
                        decision);
        if (!allowed) {
            risk.refuse(decision);
            return;
        }
        // Nothing below can fail.
        OriginDecoder origin = command.origin();
        int payee = state.accounts().find(command.payee());
        long payment = decision.newId();
        begin(payment, payee, Role.of(origin.role()), Access.creatorOf(origin), decision)
                .payer(command.payer())
                .amount(command.amount())
                .currency(command.currency())
                .mode(command.mode())
                .shipByMs(command.shipByMs())
                .autoRefund(command.autoRefund())
                .referenceHigh(command.referenceHigh())
                .referenceLow(command.referenceLow());
        putWaits(command.payByMs(), command.autoConfirmAfterSeconds(), decision);
        end(payment, decision);
        risk.record(payment, decision);
        decision.show(IdKind.PAYMENT, payment);
        if (MethodKind.of(command.methodKind()) != MethodKind.NONE) {
            decision.continues();
        }
    }

    /** Begins the event of a new payment; who calls puts the rest, and {@link #end}s it. */
    PaymentCreatedEncoder begin(
            long payment, int payee, Role creatorRole, long creator, Decision decision) {
        AccountTable accounts = state.accounts();
        decision.event(created);
        created.chain().payment(payment).previous(0);
        return created.platform(accounts.platform(payee))
                .creatorRole((short) creatorRole.code())
                .creator(creator)
                .payee(accounts.id(payee));
    }

    /** What the payment waits for; the ledger's settings where nothing was asked for. */
    void putWaits(long payByMs, long autoConfirmAfterSeconds, Decision decision) {
        Settings settings = state.settings();
        created.payByMs(payByMs != 0 ? payByMs : decision.nowMs() + settings.payByDefaultMs())
                .autoConfirmAfterSeconds(
                        autoConfirmAfterSeconds == NOT_GIVEN
                                ? settings.autoConfirmDefaultSeconds()
                                : autoConfirmAfterSeconds);
    }

    /** Puts fee, splits and milestones as the terms have them. */
    void end(long payment, Decision decision) {
        putShares();
        decision.end();
        if (terms.milestones() > 0) {
            updates.agree(payment, decision);
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
        ResultCode payer = checkPayer(command.payer(), payee);
        if (payer != ResultCode.OK) {
            return payer;
        }
        read(command);
        ResultCode fee = terms.checkFee(role);
        if (fee != ResultCode.OK) {
            return fee;
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
        terms.priceFor(payee);
        PaymentMode mode = PaymentMode.of(command.mode());
        ResultCode shares = terms.check(payee, command.amount(), mode, decision);
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

    /** A payer who was named is one of the payee's platform, and may move money. */
    ResultCode checkPayer(long payer, int payee) {
        if (payer != 0 && !isOfSamePlatform(payer, payee)) {
            return ResultCode.PAYER_NOT_FOUND;
        }
        return payer != 0 && !isActive(payer) ? ResultCode.ACCOUNT_NOT_ACTIVE : ResultCode.OK;
    }

    private void read(CreatePaymentDecoder command) {
        terms.clear();
        terms.fee(
                ShareKind.of(command.feeKind()),
                command.feeValue(),
                command.feeMin(),
                command.feeMax());
        CreatePaymentDecoder.SplitsDecoder splits = command.splits();
        while (splits.hasNext()) {
            splits.next();
            terms.addSplit(splits.account(), splits.kind(), splits.value());
        }
        CreatePaymentDecoder.MilestonesDecoder milestones = command.milestones();
        while (milestones.hasNext()) {
            milestones.next();
            terms.addMilestone(milestones.name(), milestones.amount());
        }
    }

    private void putShares() {
        created.feeKind(terms.feeKind())
                .feeValue(terms.feeValue())
                .feeMin(terms.feeMin())
                .feeMax(terms.feeMax());
        PaymentCreatedEncoder.SplitsEncoder target = created.splitsCount(terms.splits());
        for (int i = 0; i < terms.splits(); i++) {
            target.next()
                    .account(terms.splitAccount(i))
                    .kind(terms.splitKind(i))
                    .value(terms.splitValue(i));
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

    static boolean isPast(long timeMs, Decision decision) {
        return timeMs != 0 && timeMs <= decision.nowMs();
    }
}
