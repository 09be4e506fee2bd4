package io.clearhold.core.port;

/** A part of the server that can be in trouble while the rest goes on. Safe for many threads. */
public interface ServerPart {
    /** The name under which readiness shows it. */
    String name();

    /** One sentence if it does not get on, else empty. */
    String trouble();
}
