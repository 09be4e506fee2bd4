package io.clearhold.bank.engine;

import org.agrona.DirectBuffer;

/** One encoded command or query with its header, from offset 0. */
public record LedgerMessage(DirectBuffer buffer, int length) {}
