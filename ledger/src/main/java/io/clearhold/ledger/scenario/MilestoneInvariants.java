package io.clearhold.ledger.scenario;

import io.clearhold.core.lifecycle.MilestoneStatus;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.MilestoneTable;
import io.clearhold.ledger.state.PaymentTable;

/**
 * I2 for each milestone: it has where each cent of its amount is, and together they have it all.
 */
final class MilestoneInvariants {
    private MilestoneInvariants() {}

    static void check(LedgerState state, int payment) {
        int count = state.extras().milestoneCount(payment);
        if (count == 0) {
            return;
        }
        MilestoneTable table = state.milestones();
        PaymentTable payments = state.payments();
        long amount = 0;
        long held = 0;
        long released = 0;
        long refunded = 0;
        long chargedBack = 0;
        long frozen = 0;
        boolean unshipped = false;
        for (int i = 0; i < count; i++) {
            int milestone = state.extras().firstMilestone(payment) + i;
            checkOne(table, milestone);
            amount += table.amount(milestone);
            held += table.held(milestone);
            released += table.released(milestone);
            refunded += table.refunded(milestone);
            chargedBack += table.chargedBack(milestone);
            frozen += table.frozen(milestone);
            unshipped |= table.status(milestone) == MilestoneStatus.HELD;
        }
        requireSame("amount", amount, payments.amount(payment));
        requireSame("held", held, payments.held(payment));
        requireSame("released", released, payments.released(payment));
        requireSame("refunded", refunded, payments.refunded(payment));
        requireSame("charged back", chargedBack, state.extras().chargedBack(payment));
        requireSame("frozen", frozen, state.extras().frozen(payment));
        if (held > 0) {
            PaymentStatus expected = unshipped ? PaymentStatus.HELD : PaymentStatus.SHIPPED;
            require(
                    payments.status(payment) == expected,
                    "a payment whose milestones make it %s is %s",
                    expected,
                    payments.status(payment));
        }
    }

    private static void checkOne(MilestoneTable table, int milestone) {
        long held = table.held(milestone);
        long released = table.released(milestone);
        long refunded = table.refunded(milestone);
        long chargedBack = table.chargedBack(milestone);
        long frozen = table.frozen(milestone);
        MilestoneStatus status = table.status(milestone);
        long sum = held + released + refunded + chargedBack;
        boolean balanced =
                sum == (status == MilestoneStatus.CREATED ? 0 : table.amount(milestone))
                        && Math.min(Math.min(held, released), Math.min(refunded, chargedBack)) >= 0
                        && frozen >= 0
                        && frozen <= held;
        require(
                balanced,
                "milestone of %d: held %d (frozen %d), released %d, refunded %d, charged back %d",
                table.amount(milestone),
                held,
                frozen,
                released,
                refunded,
                chargedBack);
        boolean fits =
                switch (status) {
                    case CREATED -> sum == 0;
                    case HELD, SHIPPED -> held > 0;
                    case RELEASED -> held == 0;
                    case REFUNDED -> held == 0 && released == 0;
                };
        require(fits, "a milestone that is %s holds %d and released %d", status, held, released);
    }

    private static void requireSame(String what, long parts, long whole) {
        require(parts == whole, "%s of milestones is %d, of the payment %d", what, parts, whole);
    }

    private static void require(boolean holds, String sentence, Object... values) {
        if (!holds) {
            throw new PromiseBrokenException("I2", sentence, values);
        }
    }
}
