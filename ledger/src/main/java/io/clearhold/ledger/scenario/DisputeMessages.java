package io.clearhold.ledger.scenario;

import io.clearhold.core.lifecycle.DisputeLifecycle;
import io.clearhold.core.lifecycle.DisputeStatus;
import io.clearhold.core.lifecycle.DisputeTrigger;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.DisputeTable;
import io.clearhold.ledger.state.LedgerState;
import java.util.List;
import java.util.random.RandomGenerator;

/** What payers, payees and the operator ask of disputes, by anyone and in any order. */
final class DisputeMessages {
    private static final List<DisputeTrigger> ACTIONS =
            List.of(
                    DisputeTrigger.ACCEPT,
                    DisputeTrigger.AGREE_RETURN,
                    DisputeTrigger.REJECT,
                    DisputeTrigger.ESCALATE,
                    DisputeTrigger.WITHDRAW,
                    DisputeTrigger.RETURN,
                    DisputeTrigger.RETURN_RECEIVED);

    private static final long NO_DISPUTE = 99;

    private final RandomGenerator random;
    private final ClientMessages clients;

    DisputeMessages(RandomGenerator random, ClientMessages clients) {
        this.random = random;
        this.clients = clients;
    }

    /** Opens one, or takes a turn in one that there is. */
    Message next(LedgerState state) {
        DisputeTable disputes = state.disputes();
        if (disputes.size() == 0 || random.nextInt(3) == 0) {
            long payment = mostlyHeld(state);
            long amount = random.nextInt(3) == 0 ? 0 : clients.anyPart(payment);
            return DisputeCommands.open(
                    clients.actorFor(payment), payment, amount, random.nextBoolean());
        }
        int index = clients.recent(disputes.size());
        long dispute = random.nextInt(50) == 0 ? NO_DISPUTE : disputes.id(index);
        Actor actor = clients.actorFor(disputes.payment(index));
        boolean escalated = disputes.status(index) == DisputeStatus.ESCALATED;
        return switch (random.nextInt(escalated ? 2 : 12)) {
            case 0 -> DisputeCommands.addEvidence(actor, dispute);
            case 1 -> resolve(actor, dispute, disputes.frozen(index));
            default -> DisputeCommands.act(actor, dispute, anyAction(disputes.status(index)));
        };
    }

    /** Mostly by the operator, and mostly what is frozen. */
    private Message resolve(Actor actor, long dispute, long frozen) {
        long buyer = random.nextLong(frozen + 1);
        long seller = frozen - buyer + random.nextInt(20) / 19;
        Actor judge = random.nextInt(8) == 0 ? actor : clients.as(Actor.OPERATOR);
        return DisputeCommands.resolve(judge, dispute, buyer, seller);
    }

    /** Mostly one that is possible there. */
    private DisputeTrigger anyAction(DisputeStatus status) {
        DisputeTrigger action = ACTIONS.get(random.nextInt(ACTIONS.size()));
        for (int i = 0; i < 5; i++) {
            if (DisputeLifecycle.TABLE.guard(status, action) == ResultCode.OK) {
                break;
            }
            action = ACTIONS.get(random.nextInt(ACTIONS.size()));
        }
        return action;
    }

    private long mostlyHeld(LedgerState state) {
        long payment = clients.anyPayment();
        for (int i = 0; i < 20; i++) {
            int index = state.payments().find(payment);
            if (index >= 0 && state.payments().held(index) > 0) {
                break;
            }
            payment = clients.anyPayment();
        }
        return payment;
    }
}
