package io.clearhold.bank.dispatch;

import io.clearhold.core.lifecycle.InstructionStatus;

/** An instruction that is not at its end. */
record OpenInstruction(long id, InstructionStatus status, boolean closing) {
    OpenInstruction movedTo(InstructionStatus next) {
        return new OpenInstruction(id, next, closing);
    }

    OpenInstruction closingNow() {
        return new OpenInstruction(id, status, true);
    }
}
