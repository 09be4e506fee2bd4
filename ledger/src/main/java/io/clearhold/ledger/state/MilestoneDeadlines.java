package io.clearhold.ledger.state;

import io.clearhold.core.lifecycle.MilestoneStatus;

/**
 * When something happens next to a payment with milestones: it stands in the queue once, with the
 * first of all their deadlines.
 */
public final class MilestoneDeadlines {
    private MilestoneDeadlines() {}

    /** The first deadline of a collected payment with milestones; 0 if none runs. */
    public static long nextMs(LedgerState state, int payment) {
        long next = shipByMs(state, payment);
        int first = state.extras().firstMilestone(payment);
        for (int i = 0; i < state.extras().milestoneCount(payment); i++) {
            long confirm = confirmMs(state, first + i);
            next = next == 0 || (confirm != 0 && confirm < next) ? confirm : next;
        }
        return next;
    }

    /** When {@code ship_by} passes for some of them; 0 if it means nothing any more. */
    public static long shipByMs(LedgerState state, int payment) {
        PaymentTable payments = state.payments();
        if (payments.shipByPassed(payment)) {
            return 0;
        }
        int first = state.extras().firstMilestone(payment);
        for (int i = 0; i < state.extras().milestoneCount(payment); i++) {
            if (waitsForShipment(state, payment, first + i)) {
                return payments.shipByMs(payment);
            }
        }
        return 0;
    }

    /** When the milestone confirms itself; 0 if it does not, or has nothing to release. */
    public static long confirmMs(LedgerState state, int milestone) {
        boolean has = runs(state, milestone) && state.milestones().unfrozen(milestone) > 0;
        return has ? state.milestones().autoConfirmAtMs(milestone) : 0;
    }

    /** Whether it is shipped and neither a dispute nor a failed refund stopped its deadline. */
    public static boolean runs(LedgerState state, int milestone) {
        MilestoneTable table = state.milestones();
        return table.status(milestone) == MilestoneStatus.SHIPPED
                && table.autoConfirmAtMs(milestone) != 0;
    }

    private static boolean waitsForShipment(LedgerState state, int payment, int milestone) {
        MilestoneTable table = state.milestones();
        boolean open = table.status(milestone) == MilestoneStatus.HELD && !table.stopped(milestone);
        return open && (!state.payments().autoRefund(payment) || table.unfrozen(milestone) > 0);
    }
}
