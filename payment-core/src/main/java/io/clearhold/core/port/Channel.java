package io.clearhold.core.port;

/** A payment channel: its number in the state and its name outside. */
public record Channel(int number, String name) {
    /** The sandbox bank. */
    public static final Channel SANDBOX = new Channel(1, "sandbox");
}
