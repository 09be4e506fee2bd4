package io.clearhold.core.view;

import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.proof.BreakAction;
import io.clearhold.core.proof.BreakStatus;
import io.clearhold.core.proof.BreakType;
import io.clearhold.core.proof.EntrySide;
import java.util.Optional;

/**
 * A break as the view has it; 0 where there is no payment, movement or statement.
 *
 * @param currency ISO 4217 number
 * @param movement the instruction that it is about
 * @param movementKind and what that is
 * @param subject the payment, refund or payout that the movement serves
 * @param treatment what was proposed when it was opened
 * @param action the code of what was done, 0 if nothing was
 * @param assigned JSON members of the frame that says who looks after it
 * @param resolvedAtMs 0 while it is open
 * @param sequence of its last frame
 */
public record BreakRow(
        long id,
        BreakType type,
        EntrySide direction,
        BreakStatus status,
        int channel,
        int currency,
        long amount,
        long payment,
        long movement,
        Optional<InstructionKind> movementKind,
        long subject,
        long statement,
        long line,
        BreakAction treatment,
        int action,
        long assignedSequence,
        String assigned,
        long createdAtMs,
        long resolvedAtMs,
        long sequence) {}
