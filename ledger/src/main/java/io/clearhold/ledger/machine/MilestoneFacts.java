package io.clearhold.ledger.machine;

import io.clearhold.core.codec.MilestoneFrozenEncoder;
import io.clearhold.core.codec.MilestoneRefundedEncoder;
import io.clearhold.core.codec.MilestoneReleasedEncoder;
import io.clearhold.core.codec.MilestoneReturnedEncoder;
import io.clearhold.core.codec.MilestoneThawedEncoder;
import io.clearhold.core.codec.MilestonesHeldEncoder;
import io.clearhold.core.codec.PaymentShippedEncoder;
import io.clearhold.core.lifecycle.Cause;
import io.clearhold.core.lifecycle.MilestoneLifecycle;
import io.clearhold.core.lifecycle.MilestoneStatus;
import io.clearhold.core.lifecycle.MilestoneTrigger;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.MilestoneParts;
import io.clearhold.ledger.state.MilestoneTable;

/**
 * Says of which milestones the money of a fact is, after whoever decided the fact has put it. Each
 * method does nothing for a payment without milestones. A selection is {@link #ALL}, {@link
 * #UNSHIPPED}, {@link #LATE} (not shipped when ship_by passed), or the place of one milestone, from
 * 1.
 *
 * <p>Money that names no milestone is released from the first on, and goes back from the last on.
 */
final class MilestoneFacts {
    static final int ALL = 0;
    static final int UNSHIPPED = -1;
    static final int LATE = -2;

    /** What of a milestone is taken. */
    enum Source {
        /** Held, and not in dispute. */
        UNFROZEN,
        /** In dispute. */
        FROZEN
    }

    private final LedgerState state;
    private final MilestonesHeldEncoder held = new MilestonesHeldEncoder();
    private final MilestoneReleasedEncoder released = new MilestoneReleasedEncoder();
    private final MilestoneRefundedEncoder refunded = new MilestoneRefundedEncoder();
    private final MilestoneReturnedEncoder returned = new MilestoneReturnedEncoder();
    private final MilestoneFrozenEncoder frozen = new MilestoneFrozenEncoder();
    private final MilestoneThawedEncoder thawed = new MilestoneThawedEncoder();
    private final PaymentShippedEncoder shipped = new PaymentShippedEncoder();

    MilestoneFacts(LedgerState state) {
        this.state = state;
    }

    boolean has(int payment) {
        return count(payment) > 0;
    }

    int count(int payment) {
        return state.extras().milestoneCount(payment);
    }

    /** The record of the milestone at a place, from 1. */
    int at(int payment, int place) {
        return state.extras().firstMilestone(payment) + place - 1;
    }

    /** The place of the milestone with this name, or 0. */
    int find(int payment, long name) {
        for (int place = 1; place <= count(payment); place++) {
            if (state.milestones().name(at(payment, place)) == name) {
                return place;
            }
        }
        return 0;
    }

    /** What is held of a selection and no dispute freezes. */
    long unfrozen(int payment, int selection) {
        if (!has(payment)) {
            return state.unfrozen(payment);
        }
        long sum = 0;
        for (int place = 1; place <= count(payment); place++) {
            if (isSelected(payment, place, selection)) {
                sum += state.milestones().unfrozen(at(payment, place));
            }
        }
        return sum;
    }

    /** What was released of a selection, without what was clawed back. */
    long released(int payment, int selection) {
        return selection == ALL
                ? state.payments().released(payment)
                : state.milestones().released(at(payment, selection));
    }

    /** Each is collected with its payment. */
    void hold(int payment, Decision decision) {
        if (!has(payment)) {
            return;
        }
        decision.event(held);
        decision.chain(held.chain(), state.payments().id(payment));
        MilestonesHeldEncoder.MilestonesEncoder group = held.milestonesCount(count(payment));
        for (int place = 1; place <= count(payment); place++) {
            group.next().amount(state.milestones().amount(at(payment, place)));
        }
        decision.end();
    }

    /** {@code amount} of a release; the payment is shipped when that leaves only shipped ones. */
    void release(
            int payment,
            long amount,
            int selection,
            Source source,
            Cause cause,
            Decision decision) {
        long left = amount;
        long open = 0;
        boolean onlyShipped = true;
        for (int place = 1; place <= count(payment); place++) {
            int milestone = at(payment, place);
            long part =
                    isSelected(payment, place, selection)
                            ? Math.min(left, of(milestone, source))
                            : 0;
            left -= part;
            long stays = state.milestones().held(milestone) - part;
            open += stays;
            onlyShipped &= stays == 0 || isShipped(milestone);
            if (part > 0) {
                putReleased(payment, place, part, source, cause, decision);
            }
        }
        requireNothing(payment, left);
        shipIfOnlyShippedStay(payment, open, onlyShipped, decision);
    }

    /**
     * {@code amount} of a refund or chargeback that comes from what is held; the payment is shipped
     * when that leaves only shipped ones.
     */
    void refund(
            int payment,
            long movement,
            long amount,
            int selection,
            Source source,
            Decision decision) {
        long left = amount;
        long open = 0;
        boolean onlyShipped = true;
        for (int place = count(payment); place > 0; place--) {
            int milestone = at(payment, place);
            long part =
                    isSelected(payment, place, selection)
                            ? Math.min(left, of(milestone, source))
                            : 0;
            left -= part;
            long stays = state.milestones().held(milestone) - part;
            open += stays;
            onlyShipped &= stays == 0 || isShipped(milestone);
            if (part > 0) {
                long ofFrozen = source == Source.FROZEN ? part : 0;
                putRefunded(payment, place, movement, false, part, 0, ofFrozen, decision);
            }
        }
        requireNothing(payment, left);
        shipIfOnlyShippedStay(payment, open, onlyShipped, decision);
    }

    /** {@code amount} of a refund that comes from what was released. */
    void clawBack(int payment, long movement, long amount, int selection, Decision decision) {
        long left = amount;
        for (int place = count(payment); place > 0; place--) {
            long part =
                    isSelected(payment, place, selection)
                            ? Math.min(left, state.milestones().released(at(payment, place)))
                            : 0;
            left -= part;
            if (part > 0) {
                putRefunded(payment, place, movement, false, 0, part, 0, decision);
            }
        }
        requireNothing(payment, left);
    }

    /** A chargeback: so much of what is not in dispute, of what is, and of what was released. */
    void chargeBack(
            int payment,
            long chargeback,
            long unfrozen,
            long ofFrozen,
            long ofReleased,
            Decision decision) {
        long leftUnfrozen = unfrozen;
        long leftFrozen = ofFrozen;
        long leftReleased = ofReleased;
        long open = 0;
        boolean onlyShipped = true;
        MilestoneTable table = state.milestones();
        for (int place = count(payment); place > 0; place--) {
            int milestone = at(payment, place);
            long a = Math.min(leftUnfrozen, table.unfrozen(milestone));
            long b = Math.min(leftFrozen, table.frozen(milestone));
            long c = Math.min(leftReleased, table.released(milestone));
            leftUnfrozen -= a;
            leftFrozen -= b;
            leftReleased -= c;
            long stays = table.held(milestone) - a - b;
            open += stays;
            onlyShipped &= stays == 0 || isShipped(milestone);
            if (a + b + c > 0) {
                putRefunded(payment, place, chargeback, true, a + b, c, b, decision);
            }
        }
        requireNothing(payment, leftUnfrozen + leftFrozen + leftReleased);
        shipIfOnlyShippedStay(payment, open, onlyShipped, decision);
    }

    /** A refund failed, or a chargeback was won: its money is back where it came from. */
    void giveBack(int payment, long movement, boolean chargeback, Decision decision) {
        MilestoneParts parts = state.milestoneParts();
        int record = parts.find(movement);
        for (int place = 1; record >= 0 && place <= count(payment); place++) {
            long wasHeld = parts.held(record, place - 1);
            long wasReleased = parts.released(record, place - 1);
            if (wasHeld + wasReleased > 0) {
                boolean ended = state.milestones().held(at(payment, place)) == 0;
                decision.event(returned);
                decision.chain(returned.chain(), state.payments().id(payment));
                returned.milestone((short) place)
                        .movement(movement)
                        .chargeback((short) (chargeback ? 1 : 0))
                        .held(wasHeld)
                        .released(wasReleased)
                        .statusAfter((short) statusAfter(payment, place, movement).code())
                        .stopped((short) (ended && wasHeld > 0 ? 1 : 0));
                decision.end();
            }
        }
    }

    /** The status of a payment with milestones once the money of a movement is back. */
    PaymentStatus paymentAfterReturn(int payment, long movement) {
        if (!isHeldAgain(payment, movement)) {
            return state.payments().status(payment);
        }
        for (int place = 1; place <= count(payment); place++) {
            if (statusAfter(payment, place, movement) == MilestoneStatus.HELD) {
                return PaymentStatus.HELD;
            }
        }
        return PaymentStatus.SHIPPED;
    }

    private boolean isHeldAgain(int payment, long movement) {
        int record = state.milestoneParts().find(movement);
        long sum = 0;
        for (int place = 0; record >= 0 && place < count(payment); place++) {
            sum += state.milestoneParts().held(record, place);
        }
        return sum > 0;
    }

    /** A dispute freezes {@code amount} of a selection: of the last milestones first. */
    void freeze(int payment, long amount, int selection, Decision decision) {
        MilestoneTable table = state.milestones();
        long left = amount;
        for (int place = count(payment); place > 0; place--) {
            int milestone = at(payment, place);
            long part =
                    isSelected(payment, place, selection)
                            ? Math.min(left, table.unfrozen(milestone))
                            : 0;
            left -= part;
            if (part > 0) {
                long at = table.autoConfirmAtMs(milestone);
                decision.event(frozen);
                decision.chain(frozen.chain(), state.payments().id(payment));
                frozen.milestone((short) place)
                        .amount(part)
                        .pausedMs(at == 0 ? 0 : Math.max(1, at - decision.nowMs()));
                decision.end();
            }
        }
        requireNothing(payment, left);
    }

    /** The dispute ended with {@code amount} still frozen: its deadlines go on. */
    void thaw(int payment, long amount, Decision decision) {
        MilestoneTable table = state.milestones();
        long left = amount;
        for (int place = 1; place <= count(payment); place++) {
            int milestone = at(payment, place);
            long part = Math.min(left, table.frozen(milestone));
            left -= part;
            long goesOnAt = goesOnAt(payment, milestone, decision);
            boolean stood = table.pausedMs(milestone) > 0;
            if (part > 0 || stood || (table.frozen(milestone) > 0 && goesOnAt > 0)) {
                decision.event(thawed);
                decision.chain(thawed.chain(), state.payments().id(payment));
                thawed.milestone((short) place).amount(part).autoConfirmAtMs(goesOnAt);
                decision.end();
            }
        }
        requireNothing(payment, left);
    }

    /** With the time that was left; one that was shipped meanwhile has all of it. */
    private long goesOnAt(int payment, int milestone, Decision decision) {
        MilestoneTable table = state.milestones();
        if (!isShipped(milestone) || table.stopped(milestone)) {
            return 0;
        }
        long paused = table.pausedMs(milestone);
        return decision.nowMs()
                + (paused > 0
                        ? paused
                        : PaymentDecisions.milliseconds(
                                state.payments().autoConfirmAfterSeconds(payment)));
    }

    private void putReleased(
            int payment, int place, long part, Source source, Cause cause, Decision decision) {
        int milestone = at(payment, place);
        boolean rest = part == state.milestones().held(milestone);
        MilestoneTrigger trigger =
                rest ? MilestoneTrigger.RELEASE_REST : MilestoneTrigger.RELEASE_PART;
        decision.event(released);
        decision.chain(released.chain(), state.payments().id(payment));
        released.milestone((short) place)
                .amount(part)
                .frozen(source == Source.FROZEN ? part : 0)
                .statusAfter((short) next(milestone, trigger).code())
                .cause((short) cause.code());
        decision.end();
    }

    private void putRefunded(
            int payment,
            int place,
            long movement,
            boolean chargeback,
            long ofHeld,
            long ofReleased,
            long ofFrozen,
            Decision decision) {
        decision.event(refunded);
        decision.chain(refunded.chain(), state.payments().id(payment));
        refunded.milestone((short) place)
                .movement(movement)
                .chargeback((short) (chargeback ? 1 : 0))
                .held(ofHeld)
                .released(ofReleased)
                .frozen(ofFrozen)
                .statusAfter(
                        (short) next(at(payment, place), triggerOf(payment, place, ofHeld)).code());
        decision.end();
    }

    private MilestoneTrigger triggerOf(int payment, int place, long ofHeld) {
        MilestoneTable table = state.milestones();
        int milestone = at(payment, place);
        if (ofHeld == 0) {
            return MilestoneTrigger.CLAW_BACK;
        }
        if (ofHeld < table.held(milestone)) {
            return MilestoneTrigger.REFUND_PART;
        }
        return table.released(milestone) > 0
                ? MilestoneTrigger.REFUND_REST
                : MilestoneTrigger.REFUND_ALL;
    }

    private MilestoneStatus next(int milestone, MilestoneTrigger trigger) {
        return MilestoneLifecycle.next(state.milestones().status(milestone), trigger);
    }

    /** The status of a milestone once the money of a movement is back. */
    private MilestoneStatus statusAfter(int payment, int place, long movement) {
        MilestoneTable table = state.milestones();
        int milestone = at(payment, place);
        int record = state.milestoneParts().find(movement);
        boolean heldAgain = record >= 0 && state.milestoneParts().held(record, place - 1) > 0;
        if (!heldAgain) {
            return table.status(milestone);
        }
        return next(
                milestone,
                table.shipmentSequence(milestone) == 0
                        ? MilestoneTrigger.RETURN_UNSHIPPED
                        : MilestoneTrigger.RETURN_SHIPPED);
    }

    private void shipIfOnlyShippedStay(
            int payment, long open, boolean onlyShipped, Decision decision) {
        boolean becomes =
                has(payment)
                        && state.payments().status(payment) == PaymentStatus.HELD
                        && open > 0
                        && onlyShipped;
        if (becomes) {
            putShipped(payment, decision);
        }
    }

    /** All that is not at its end is shipped; the deadlines are the milestones' own. */
    void putShipped(int payment, Decision decision) {
        decision.event(shipped);
        decision.chain(shipped.chain(), state.payments().id(payment));
        shipped.autoConfirmAtMs(0).pausedMs(0);
        decision.end();
    }

    private boolean isSelected(int payment, int place, int selection) {
        return switch (selection) {
            case ALL -> true;
            case UNSHIPPED -> state.milestones().status(at(payment, place)) == MilestoneStatus.HELD;
            case LATE -> state.milestones().late(at(payment, place));
            default -> place == selection;
        };
    }

    private boolean isShipped(int milestone) {
        return state.milestones().status(milestone) == MilestoneStatus.SHIPPED;
    }

    private long of(int milestone, Source source) {
        return switch (source) {
            case UNFROZEN -> state.milestones().unfrozen(milestone);
            case FROZEN -> state.milestones().frozen(milestone);
        };
    }

    private void requireNothing(int payment, long left) {
        if (has(payment) && left != 0) {
            throw new IllegalStateException(
                    left + " of " + state.payments().id(payment) + " is of no milestone");
        }
    }
}
