package io.clearhold.bank.dispatch;

import io.clearhold.bank.spi.BankInstruction;

/** An instruction and the number of the channel that it is for. */
record ChannelInstruction(int channel, BankInstruction instruction) {}
