package io.clearhold.bank.statement;

/**
 * Which part of a statement this is.
 *
 * @param number from 1
 */
public record Page(int number, boolean last) {
    /** A statement in one part. */
    public static final Page ONLY = new Page(1, true);
}
