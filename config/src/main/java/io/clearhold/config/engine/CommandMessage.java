package io.clearhold.config.engine;

import org.agrona.DirectBuffer;

/** An encoded command or query with its header. */
public record CommandMessage(DirectBuffer buffer, int length) {}
