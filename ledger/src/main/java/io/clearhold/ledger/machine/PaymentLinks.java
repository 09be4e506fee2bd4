package io.clearhold.ledger.machine;

import io.clearhold.core.codec.CreatePaymentLinkDecoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.PaymentCreatedEncoder;
import io.clearhold.core.codec.PaymentLinkCreatedEncoder;
import io.clearhold.core.codec.PaymentLinkDeactivatedEncoder;
import io.clearhold.core.codec.PaymentLinkUpdatedEncoder;
import io.clearhold.core.codec.PaymentLinkUsedEncoder;
import io.clearhold.core.codec.UpdatePaymentLinkDecoder;
import io.clearhold.core.codec.UsePaymentLinkDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.RiskOperation;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.AccountTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentLinkTable;

/**
 * Decides payment links: terms that are agreed once, by the payee's side, and make a payment each
 * time somebody uses them. What a payment itself may not be, no link may promise.
 */
final class PaymentLinks {
    /** The bounds that a command may name, each a bit of {@code given}. */
    static final int ACTIVE = 1;

    static final int MAX_USES = 1 << 1;
    static final int EXPIRES_AT = 1 << 2;
    static final int ALL = (1 << 3) - 1;

    private final LedgerState state;
    private final Access access;
    private final Terms terms;
    private final PaymentCreation creation;
    private final RiskRules risk;
    private final PaymentLinkCreatedEncoder created = new PaymentLinkCreatedEncoder();
    private final PaymentLinkUpdatedEncoder updated = new PaymentLinkUpdatedEncoder();
    private final PaymentLinkDeactivatedEncoder deactivated = new PaymentLinkDeactivatedEncoder();
    private final PaymentLinkUsedEncoder used = new PaymentLinkUsedEncoder();

    PaymentLinks(
            LedgerState state,
            Access access,
            Terms terms,
            PaymentCreation creation,
            RiskRules risk) {
        this.state = state;
        this.access = access;
        this.terms = terms;
        this.creation = creation;
        this.risk = risk;
    }

    /** Whether the link exists for the caller. */
    boolean sees(OriginDecoder origin, int link) {
        return switch (Role.of(origin.role())) {
            case SYSTEM, OPERATOR, AUDITOR -> true;
            case LINK_SECRET -> origin.subject() == state.paymentLinks().id(link);
            case PLATFORM, ACCOUNT -> actsFor(origin, link);
            case CLIENT_SECRET, PAYER_SECRET -> false;
        };
    }

    /** Whether the caller may change it, and is shown its secret. */
    boolean actsFor(OriginDecoder origin, int link) {
        int payee = state.accounts().find(state.paymentLinks().payee(link));
        return access.actsForAccount(origin, payee);
    }

    void create(CreatePaymentLinkDecoder command, Decision decision) {
        int payee = state.accounts().find(command.payee());
        ResultCode refusal = check(command, payee, decision);
        if (refusal != ResultCode.OK) {
            if (!decision.isRefused()) {
                decision.refuse(refusal);
            }
            return;
        }
        // Nothing below can fail.
        long link = decision.newId();
        decision.event(created);
        decision.chain(created.chain(), 0);
        created.link(link)
                .platform(state.accounts().platform(payee))
                .payee(command.payee())
                .amount(command.amount())
                .currency(command.currency())
                .mode(command.mode())
                .payWithinSeconds(command.payWithinSeconds())
                .shipWithinSeconds(command.shipWithinSeconds())
                .autoRefund(command.autoRefund())
                .autoConfirmAfterSeconds(command.autoConfirmAfterSeconds())
                .maxUses(command.maxUses())
                .expiresAtMs(command.expiresAtMs())
                .feeKind(terms.feeKind())
                .feeValue(terms.feeValue())
                .feeMin(terms.feeMin())
                .feeMax(terms.feeMax());
        PaymentLinkCreatedEncoder.SplitsEncoder splits = created.splitsCount(terms.splits());
        for (int i = 0; i < terms.splits(); i++) {
            splits.next()
                    .account(terms.splitAccount(i))
                    .kind(terms.splitKind(i))
                    .value(terms.splitValue(i));
        }
        PaymentLinkCreatedEncoder.MilestonesEncoder milestones =
                created.milestonesCount(terms.milestones());
        for (int i = 0; i < terms.milestones(); i++) {
            milestones.next().name(terms.milestoneName(i)).amount(terms.milestoneAmount(i));
        }
        decision.end();
        decision.show(IdKind.PAYMENT_LINK, link);
    }

    void update(UpdatePaymentLinkDecoder command, Decision decision) {
        PaymentLinkTable links = state.paymentLinks();
        int link = links.find(command.link());
        if (link < 0 || !sees(command.origin(), link)) {
            decision.refuse(ResultCode.NOT_FOUND);
            return;
        }
        if (!actsFor(command.origin(), link)) {
            decision.refuse(ResultCode.FORBIDDEN);
            return;
        }
        int given = command.given();
        long maxUses = (given & MAX_USES) != 0 ? command.maxUses() : links.maxUses(link);
        long expires = (given & EXPIRES_AT) != 0 ? command.expiresAtMs() : links.expiresAtMs(link);
        boolean active = (given & ACTIVE) != 0 ? command.active() != 0 : links.active(link);
        if (command.expectedTextSequence() != links.textSequence(link)) {
            decision.refuse(ResultCode.TEXT_CHANGED);
        } else if (maxUses != 0 && maxUses < links.uses(link)) {
            decision.refuse(ResultCode.PAYMENT_LINK_USES_EXCEED, links.uses(link), maxUses);
        } else if ((given & EXPIRES_AT) != 0
                && PaymentCreation.isPast(command.expiresAtMs(), decision)) {
            decision.refuse(ResultCode.DEADLINE_IN_PAST);
        } else {
            boolean ends = links.active(link) && !active;
            put(command.link(), active, maxUses, expires, ends, decision);
        }
    }

    private void put(
            long link,
            boolean active,
            long maxUses,
            long expiresAtMs,
            boolean ends,
            Decision decision) {
        decision.event(updated);
        decision.chain(updated.chain(), 0);
        updated.link(link)
                .active((short) (active ? 1 : 0))
                .maxUses(maxUses)
                .expiresAtMs(expiresAtMs);
        decision.end();
        if (ends) {
            decision.event(deactivated);
            decision.chain(deactivated.chain(), 0);
            deactivated.link(link);
            decision.end();
        }
        decision.show(IdKind.PAYMENT_LINK, link);
    }

    void use(UsePaymentLinkDecoder command, Decision decision) {
        PaymentLinkTable links = state.paymentLinks();
        OriginDecoder origin = command.origin();
        int link = links.find(command.link());
        if (link < 0 || !sees(origin, link)) {
            decision.refuse(ResultCode.NOT_FOUND);
            return;
        }
        if (Role.of(origin.role()) != Role.LINK_SECRET && !actsFor(origin, link)) {
            decision.refuse(ResultCode.FORBIDDEN);
            return;
        }
        ResultCode refusal = checkUse(command, link, decision);
        if (refusal != ResultCode.OK) {
            if (!decision.isRefused()) {
                decision.refuse(refusal);
            }
            return;
        }
        boolean allowed =
                risk.judge(
                        RiskOperation.PAYMENT,
                        origin.key(),
                        links.payee(link),
                        links.currency(link),
                        links.amount(link),
                        command.payer(),
                        0,
                        false,
                        decision);
        if (!allowed) {
            risk.refuse(decision);
            return;
        }
        // Nothing below can fail.
        long payment = makePayment(command, link, decision);
        decision.event(used);
        decision.chain(used.chain(), payment);
        used.link(command.link()).payment(payment).uses(links.uses(link) + 1);
        decision.end();
        risk.record(payment, decision);
        decision.show(IdKind.PAYMENT, payment);
    }

    private ResultCode check(CreatePaymentLinkDecoder command, int payee, Decision decision) {
        OriginDecoder origin = command.origin();
        if (payee < 0 || !access.seesAccount(origin, payee)) {
            return ResultCode.PAYEE_NOT_FOUND;
        }
        if (!access.actsForAccount(origin, payee)) {
            return ResultCode.FORBIDDEN;
        }
        if (state.accounts().status(payee) != AccountStatus.ACTIVE) {
            return ResultCode.ACCOUNT_NOT_ACTIVE;
        }
        read(command);
        ResultCode fee = terms.checkFee(Role.of(origin.role()));
        if (fee != ResultCode.OK) {
            return fee;
        }
        if (!state.settings().supportsCurrency(command.currency())) {
            return ResultCode.CURRENCY_NOT_SUPPORTED;
        }
        if (PaymentCreation.isPast(command.expiresAtMs(), decision)) {
            return ResultCode.DEADLINE_IN_PAST;
        }
        ShareKind asked = ShareKind.of(command.feeKind());
        terms.priceFor(payee);
        ResultCode shares =
                terms.check(payee, command.amount(), PaymentMode.of(command.mode()), decision);
        // Without a fee of its own each payment has the pricing of its day.
        terms.fee(asked, command.feeValue(), command.feeMin(), command.feeMax());
        return shares;
    }

    private void read(CreatePaymentLinkDecoder command) {
        terms.clear();
        terms.fee(
                ShareKind.of(command.feeKind()),
                command.feeValue(),
                command.feeMin(),
                command.feeMax());
        for (CreatePaymentLinkDecoder.SplitsDecoder split : command.splits()) {
            terms.addSplit(split.account(), split.kind(), split.value());
        }
        for (CreatePaymentLinkDecoder.MilestonesDecoder part : command.milestones()) {
            terms.addMilestone(part.name(), part.amount());
        }
    }

    private ResultCode checkUse(UsePaymentLinkDecoder command, int link, Decision decision) {
        PaymentLinkTable links = state.paymentLinks();
        AccountTable accounts = state.accounts();
        if (!links.active(link)) {
            return ResultCode.PAYMENT_LINK_INACTIVE;
        }
        if (PaymentCreation.isPast(links.expiresAtMs(link), decision)) {
            return ResultCode.PAYMENT_LINK_EXPIRED;
        }
        if (links.maxUses(link) != 0 && links.uses(link) >= links.maxUses(link)) {
            decision.refuse(ResultCode.PAYMENT_LINK_USED_UP, links.maxUses(link), links.uses(link));
            return ResultCode.PAYMENT_LINK_USED_UP;
        }
        if (command.expectedTextSequence() != links.textSequence(link)) {
            return ResultCode.TEXT_CHANGED;
        }
        int payee = accounts.find(links.payee(link));
        if (accounts.status(payee) != AccountStatus.ACTIVE) {
            return ResultCode.ACCOUNT_NOT_ACTIVE;
        }
        ResultCode payer = creation.checkPayer(command.payer(), payee);
        if (payer != ResultCode.OK) {
            return payer;
        }
        if (state.book().totals(links.currency(link)).isFullFor(links.amount(link))) {
            return ResultCode.AMOUNT_TOO_LARGE;
        }
        if (state.hasReference(command.referenceHigh(), command.referenceLow())) {
            return ResultCode.DUPLICATE_REFERENCE;
        }
        terms.clear();
        terms.addSplits(links.firstSplit(link), links.splitCount(link));
        terms.addMilestones(links.firstMilestone(link), links.milestoneCount(link));
        terms.feeAsBefore(
                links.feeKind(link), links.feeValue(link), links.feeMin(link), links.feeMax(link));
        terms.priceFor(payee);
        return terms.check(payee, links.amount(link), links.mode(link), decision);
    }

    private long makePayment(UsePaymentLinkDecoder command, int link, Decision decision) {
        PaymentLinkTable links = state.paymentLinks();
        long payment = decision.newId();
        int payee = state.accounts().find(links.payee(link));
        PaymentCreatedEncoder event =
                creation.begin(payment, payee, Role.LINK_SECRET, command.link(), decision);
        event.payer(command.payer())
                .amount(links.amount(link))
                .currency(links.currency(link))
                .mode((short) links.mode(link).code())
                .shipByMs(after(links.shipWithinSeconds(link), decision))
                .autoRefund((short) (links.autoRefund(link) ? 1 : 0))
                .referenceHigh(command.referenceHigh())
                .referenceLow(command.referenceLow());
        creation.putWaits(
                after(links.payWithinSeconds(link), decision),
                links.autoConfirmAfterSeconds(link),
                decision);
        creation.end(payment, decision);
        return payment;
    }

    /** So many seconds from now; 0 for none. */
    private static long after(long seconds, Decision decision) {
        return seconds == 0 ? 0 : decision.nowMs() + PaymentDecisions.milliseconds(seconds);
    }
}
