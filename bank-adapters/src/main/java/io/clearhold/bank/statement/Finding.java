package io.clearhold.bank.statement;

/**
 * Something in a file that a person should know of.
 *
 * @param line of the file, 0 where none can be named
 * @param field the format's own name of it, empty where none can be named
 * @param detail one sentence
 */
public record Finding(FindingCode code, long line, String field, String detail) {
    public FindingSeverity severity() {
        return code.severity();
    }
}
