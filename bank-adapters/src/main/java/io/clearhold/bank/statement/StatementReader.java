package io.clearhold.bank.statement;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads the files of one format. Keeps nothing between two calls and as little as possible during
 * one, so that a file may be read twice: once to check it, once to use it. Safe for many threads.
 */
public interface StatementReader {
    /**
     * Reads a file from its beginning to its end.
     *
     * @throws IOException if the disk fails; whatever may be in a file is an outcome
     */
    ReadOutcome read(Path file, StatementHandler handler) throws IOException;
}
