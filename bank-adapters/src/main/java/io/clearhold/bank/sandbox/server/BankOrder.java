package io.clearhold.bank.sandbox.server;

import io.clearhold.bank.json.JsonText;
import io.clearhold.bank.sandbox.wire.OrderStatus;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.InstructionKind;
import java.util.Locale;

/** An instruction as the bank remembers it. Guarded by whoever guards the {@link BankState}. */
final class BankOrder {
    private static final long BPS = 10_000;

    private final JournalLine.OrderTaken taken;
    private OrderStatus status = OrderStatus.PENDING;
    private int nextStep;
    private long movedMinor;
    private String reason = "";

    BankOrder(JournalLine.OrderTaken taken) {
        this.taken = taken;
    }

    long id() {
        return taken.id();
    }

    InstructionKind kind() {
        return taken.kind();
    }

    String currency() {
        return taken.currency();
    }

    long fingerprint() {
        return taken.fingerprint();
    }

    OrderStatus status() {
        return status;
    }

    long movedMinor() {
        return movedMinor;
    }

    /** What the bank keeps of what moved: rounded down, so never more than agreed. */
    long feeMinor() {
        return movedMinor / BPS * taken.feeBps() + movedMinor % BPS * taken.feeBps() / BPS;
    }

    /** Why the last step ended as it did. */
    String reason() {
        return reason;
    }

    String reference() {
        return String.format(Locale.ROOT, "SB%010d", taken.number());
    }

    int nextStep() {
        return nextStep;
    }

    /** Whether something is still to happen by itself. */
    boolean hasNextStep() {
        return status != OrderStatus.CLOSED && nextStep < taken.scenario().steps().size();
    }

    long nextStepMs() {
        return taken.atMs() + taken.scenario().steps().get(nextStep).afterMs();
    }

    /** Does the next step and returns it. */
    Scenario.Step step() {
        Scenario.Step step = taken.scenario().steps().get(nextStep);
        nextStep++;
        reason = step.reason();
        switch (step.movement()) {
            case SETTLE -> settle(taken.amountMinor());
            case SETTLE_ONE_SHORT -> settle(taken.amountMinor() - 1);
            case REJECT -> status = OrderStatus.REJECTED;
            case GIVE_BACK -> status = OrderStatus.RETURNED;
            case CHARGE_BACK -> status = OrderStatus.CHARGED_BACK;
        }
        return step;
    }

    private void settle(long amountMinor) {
        status = OrderStatus.SETTLED;
        movedMinor = amountMinor;
    }

    void close() {
        status = OrderStatus.CLOSED;
    }

    /** As answers and callbacks show it. The amount is what moved, once something has. */
    String json() {
        boolean moved = movedMinor != 0;
        return new JsonText()
                .text("id", ObjectId.toText(IdKind.INSTRUCTION, taken.id()))
                .text("kind", taken.kind().label())
                .text("status", status.label())
                .number("amount", moved ? movedMinor : taken.amountMinor())
                .text("currency", taken.currency())
                .text("reference", reference())
                .textIfAny("reason", reason)
                .object();
    }
}
