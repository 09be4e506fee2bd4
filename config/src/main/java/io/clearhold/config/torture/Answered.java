package io.clearhold.config.torture;

/** A write that was acknowledged: granted or refused, its answer has to stay what it is. */
record Answered(Ask ask, int status, String body) {}
