package io.clearhold.ledger.simulation;

import io.clearhold.core.codec.AgeResultDecoder;
import io.clearhold.core.codec.LineResultDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.RefusalDecoder;
import io.clearhold.core.codec.StatementResultDecoder;
import io.clearhold.core.proof.LineOutcome;
import io.clearhold.ledger.scenario.PromiseBrokenException;
import io.clearhold.ledger.scenario.StatementCommands;
import org.agrona.DirectBuffer;
import org.agrona.collections.LongHashSet;
import org.jspecify.annotations.Nullable;

/**
 * Imports the bank's files, one after the other and line by line. A crash interrupts it: the next
 * start begins with the same file anew, and no line may count twice.
 */
final class Importer {
    private static final int WINDOW = 16;

    private final World world;
    private final BankBooks books;
    private final ServerCalls calls;
    private final LongHashSet posted;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final StatementResultDecoder statementResult = new StatementResultDecoder();
    private final LineResultDecoder lineResult = new LineResultDecoder();
    private final AgeResultDecoder ageResult = new AgeResultDecoder();
    private BankBooks.@Nullable File file;
    private long statement;
    private int next;
    private int answered;
    private boolean alreadyComplete;

    /**
     * @param posted identities of lines that the ledger is known to have; outlives crashes
     */
    Importer(World world, Server server, BankBooks books, LongHashSet posted) {
        this.world = world;
        this.books = books;
        this.calls = new ServerCalls(world, server);
        this.posted = posted;
    }

    boolean isIdle() {
        return file == null && books.files().isEmpty();
    }

    /** Begins with the next file if none is being imported. */
    void turn() {
        if (file != null || books.files().isEmpty()) {
            return;
        }
        BankBooks.File begun = books.files().element();
        file = begun;
        next = 0;
        answered = 0;
        alreadyComplete = false;
        calls.ask(
                StatementCommands.open(begun.content()),
                result -> {
                    statementResult.wrapAndApplyHeader(result, 0, header);
                    statement = statementResult.statement();
                    postMore(begun);
                });
    }

    private void postMore(BankBooks.File current) {
        if (answered == current.lines().size()) {
            complete(current);
            return;
        }
        while (next < current.lines().size() && next - answered < WINDOW) {
            BankBooks.Line line = current.lines().get(next++);
            boolean known = posted.contains(line.identity());
            calls.ask(
                    StatementCommands.line(
                            statement, next, line.identity(), current.lastDay(), line.line()),
                    result -> {
                        check(line, known, result);
                        answered++;
                        postMore(current);
                    });
        }
    }

    private void check(BankBooks.Line line, boolean known, DirectBuffer result) {
        if (header.wrap(result, 0).templateId() == RefusalDecoder.TEMPLATE_ID) {
            // The same file again: its statement is complete.
            alreadyComplete = true;
            return;
        }
        lineResult.wrapAndApplyHeader(result, 0, header);
        LineOutcome outcome = LineOutcome.of(lineResult.outcome());
        world.tally().statementLines++;
        boolean fits =
                switch (outcome) {
                    case MATCHED, UNEXPLAINED -> !known;
                    case DUPLICATE -> true;
                    case CHANGED, CURRENCY_NOT_SUPPORTED, TOO_LARGE -> false;
                };
        if (!fits) {
            throw new PromiseBrokenException(
                    "I7", "line %d, known: %b, came to %s", line.identity(), known, outcome);
        }
        posted.add(line.identity());
    }

    private void complete(BankBooks.File current) {
        if (alreadyComplete) {
            done();
            return;
        }
        calls.ask(
                StatementCommands.complete(
                        statement,
                        current.lines().size(),
                        0,
                        BankOffice.CURRENCIES,
                        current.firstDay(),
                        current.lastDay()),
                result -> age(0));
    }

    private void age(int currency) {
        if (currency == BankOffice.CURRENCIES.size()) {
            done();
            return;
        }
        calls.ask(
                StatementCommands.age(BankOffice.CURRENCIES.get(currency), 100),
                result -> {
                    ageResult.wrapAndApplyHeader(result, 0, header);
                    age(ageResult.more() != 0 ? currency : currency + 1);
                });
    }

    private void done() {
        books.files().remove();
        file = null;
    }
}
