package io.clearhold.ledger.machine;

import io.clearhold.core.codec.MilestoneExtendedEncoder;
import io.clearhold.core.codec.MilestoneShippedEncoder;
import io.clearhold.core.codec.ShipByPassedEncoder;
import io.clearhold.core.lifecycle.Cause;
import io.clearhold.core.lifecycle.MilestoneLifecycle;
import io.clearhold.core.lifecycle.MilestoneStatus;
import io.clearhold.core.lifecycle.MilestoneTrigger;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.MilestoneDeadlines;
import io.clearhold.ledger.state.MilestoneTable;

/**
 * Decides what is asked of single milestones, once the payment itself allows it. Nothing here is
 * called for a payment without milestones but {@link #select}.
 */
final class MilestoneDecisions {
    /** What {@link #select} says of a name that the payment does not have, after refusing. */
    static final int REFUSED = Integer.MIN_VALUE;

    private final LedgerState state;
    private final MilestoneFacts facts;
    private final ShipByPassedEncoder shipByPassed = new ShipByPassedEncoder();
    private final MilestoneShippedEncoder shipped = new MilestoneShippedEncoder();
    private final MilestoneExtendedEncoder extended = new MilestoneExtendedEncoder();

    MilestoneDecisions(LedgerState state, MilestoneFacts facts) {
        this.state = state;
        this.facts = facts;
    }

    /**
     * The milestone that a command names, as a selection of {@link MilestoneFacts}; {@link
     * MilestoneFacts#ALL} if it names none, {@link #REFUSED} after refusing what cannot happen to
     * it now.
     */
    int select(int payment, long name, MilestoneTrigger trigger, Decision decision) {
        if (name == 0) {
            return MilestoneFacts.ALL;
        }
        int place = facts.find(payment, name);
        if (place == 0) {
            decision.refuse(ResultCode.MILESTONE_NOT_FOUND);
            return REFUSED;
        }
        MilestoneStatus status = state.milestones().status(facts.at(payment, place));
        ResultCode guard = MilestoneLifecycle.guard(status, trigger);
        if (guard != ResultCode.OK) {
            decision.refuse(guard);
            return REFUSED;
        }
        return place;
    }

    /** Whether the payer has a right to what he selects: it was not shipped in time. */
    boolean isLate(int payment, int selection) {
        if (!facts.has(payment)) {
            return state.payments().shipByPassed(payment);
        }
        return selection == MilestoneFacts.ALL
                ? facts.unfrozen(payment, MilestoneFacts.LATE) > 0
                : state.milestones().late(facts.at(payment, selection));
    }

    /** What the payer may take of what he selects. */
    int lateOf(int selection) {
        return selection == MilestoneFacts.ALL ? MilestoneFacts.LATE : selection;
    }

    /**
     * What is due of the milestones of a payment: {@code ship_by} first, for all that are not
     * shipped; then the confirmation whose time came first.
     */
    void fire(int payment, EscrowFacts escrow, Decision decision) {
        long shipBy = MilestoneDeadlines.shipByMs(state, payment);
        if (shipBy != 0 && shipBy <= decision.nowMs()) {
            long unshipped = facts.unfrozen(payment, MilestoneFacts.UNSHIPPED);
            if (state.payments().autoRefund(payment)) {
                escrow.refunds()
                        .ofHeld(
                                payment,
                                unshipped,
                                MilestoneFacts.UNSHIPPED,
                                MilestoneFacts.Source.UNFROZEN,
                                Cause.DEADLINE,
                                decision);
            } else {
                decision.event(shipByPassed);
                decision.chain(shipByPassed.chain(), state.payments().id(payment));
                decision.end();
            }
            return;
        }
        int due = firstDue(payment);
        long amount = facts.unfrozen(payment, due);
        escrow.release(
                payment, amount, due, MilestoneFacts.Source.UNFROZEN, Cause.DEADLINE, decision);
    }

    private int firstDue(int payment) {
        int first = 0;
        long firstMs = Long.MAX_VALUE;
        for (int place = 1; place <= facts.count(payment); place++) {
            long at = MilestoneDeadlines.confirmMs(state, facts.at(payment, place));
            if (at != 0 && at < firstMs) {
                first = place;
                firstMs = at;
            }
        }
        if (first == 0) {
            throw new IllegalStateException(
                    "a deadline of no milestone: " + state.payments().id(payment));
        }
        return first;
    }

    /** Ships a milestone, or all that are held; with the last of them the payment is shipped. */
    void ship(int payment, int selection, Decision decision) {
        boolean all = true;
        for (int place = 1; place <= facts.count(payment); place++) {
            int milestone = facts.at(payment, place);
            if (state.milestones().status(milestone) != MilestoneStatus.HELD) {
                continue;
            }
            if (selection == MilestoneFacts.ALL || selection == place) {
                putShipped(payment, place, decision);
            } else {
                all = false;
            }
        }
        if (all) {
            facts.putShipped(payment, decision);
        }
    }

    /** Moves the deadline of a milestone, or of all whose deadline runs. */
    void extend(int payment, int selection, long seconds, Decision decision) {
        MilestoneTable table = state.milestones();
        long most = state.payments().autoConfirmAfterSeconds(payment);
        boolean any = false;
        for (int place = 1; place <= facts.count(payment); place++) {
            int milestone = facts.at(payment, place);
            if (selection == place && table.autoConfirmAtMs(milestone) == 0) {
                decision.refuse(ResultCode.DEADLINE_STOPPED);
                return;
            }
            if (isExtended(milestone, place, selection)) {
                any = true;
                long left = most - table.extendedSeconds(milestone);
                if (seconds > left) {
                    decision.refuse(ResultCode.EXTENSION_LIMIT, left, seconds);
                    return;
                }
            }
        }
        if (!any) {
            decision.refuse(ResultCode.PAYMENT_NOT_SHIPPED);
            return;
        }
        for (int place = 1; place <= facts.count(payment); place++) {
            int milestone = facts.at(payment, place);
            if (isExtended(milestone, place, selection)) {
                putExtended(payment, place, seconds, decision);
            }
        }
    }

    private boolean isExtended(int milestone, int place, int selection) {
        return MilestoneDeadlines.runs(state, milestone)
                && (selection == MilestoneFacts.ALL || selection == place);
    }

    private void putExtended(int payment, int place, long seconds, Decision decision) {
        long at = state.milestones().autoConfirmAtMs(facts.at(payment, place));
        decision.event(extended);
        decision.chain(extended.chain(), state.payments().id(payment));
        extended.milestone((short) place)
                .seconds(seconds)
                .autoConfirmAtMs(at + PaymentDecisions.milliseconds(seconds));
        decision.end();
    }

    private void putShipped(int payment, int place, Decision decision) {
        long wait =
                PaymentDecisions.milliseconds(state.payments().autoConfirmAfterSeconds(payment));
        boolean paused = state.milestones().frozen(facts.at(payment, place)) > 0;
        decision.event(shipped);
        decision.chain(shipped.chain(), state.payments().id(payment));
        shipped.milestone((short) place).autoConfirmAtMs(paused ? 0 : decision.nowMs() + wait);
        decision.end();
    }
}
