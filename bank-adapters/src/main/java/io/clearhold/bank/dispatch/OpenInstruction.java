package io.clearhold.bank.dispatch;

import io.clearhold.core.lifecycle.InstructionStatus;

/** An instruction that is not at its end, as the state has it. */
record OpenInstruction(long id, InstructionStatus status, boolean closing) {}
