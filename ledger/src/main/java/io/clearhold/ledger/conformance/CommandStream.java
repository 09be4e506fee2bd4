package io.clearhold.ledger.conformance;

import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.ServerMode;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.ClientMessages;
import io.clearhold.ledger.scenario.Commands;
import io.clearhold.ledger.scenario.Message;
import io.clearhold.ledger.scenario.QueryMessages;
import io.clearhold.ledger.scenario.StatementCommands;
import io.clearhold.ledger.scenario.StatementLine;
import io.clearhold.ledger.state.InstructionTable;
import io.clearhold.ledger.state.LedgerState;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Messages with their times, made from a seed against the reference: clients, a bank that says
 * anything, statements, the movable clock, retries under the same key, and reads.
 */
public final class CommandStream {
    /** A message and when it comes. */
    public record Step(long plainTimeMs, Message message) {}

    private static final long DAY_MS = 24L * 3600 * 1000;
    private static final Commands.Setup SETUP =
            new Commands.Setup(
                    ServerMode.SANDBOX,
                    0,
                    DAY_MS,
                    60_000,
                    List.of(156, 392, 840),
                    List.of(5_000L, 30_000L, 600_000L));
    private static final List<BankOutcome> OUTCOMES = List.of(BankOutcome.values());

    private final SplittableRandom random;
    private final MemoryDriver reference = new MemoryDriver();
    private final List<Step> steps = new ArrayList<>();
    private final ClientMessages clients;
    private long nextKey = 1;
    private long nextContent = 1;
    private long nowMs = 1_800_000_000_000L;

    private CommandStream(long seed) {
        random = new SplittableRandom(seed);
        clients = new ClientMessages(random, actor -> actor.withKey(5, nextKey++));
    }

    /** So many messages; always the same for a seed. */
    public static List<Step> of(long seed, int length) {
        CommandStream stream = new CommandStream(seed);
        stream.add(Commands.configure(Actor.SYSTEM, SETUP));
        while (stream.steps.size() < length) {
            stream.step();
        }
        return List.copyOf(stream.steps);
    }

    private void step() {
        nowMs += random.nextInt(40) == 0 ? random.nextLong(DAY_MS / 2) : random.nextLong(4_000);
        LedgerState state = reference.state();
        InstructionTable instructions = state.instructions();
        int last = instructions.size() - 1;
        int index = last < 0 ? -1 : last - random.nextInt(Math.min(last + 1, 20));
        int choice = random.nextInt(24);
        if (choice == 0) {
            add(steps.get(random.nextInt(steps.size())).message());
        } else if (choice == 1) {
            add(QueryMessages.head(Actor.OPERATOR));
        } else if (choice == 2) {
            moveClock(state);
        } else if (choice < 5 && index >= 0) {
            add(Commands.claim(instructions.id(index)));
        } else if (choice < 9 && index >= 0) {
            report(instructions, index);
        } else if (choice == 9 && index >= 0) {
            importLine(instructions, index);
        } else {
            add(clients.next(state, nowMs + state.clockOffsetMs()));
        }
    }

    private void moveClock(LedgerState state) {
        if (random.nextBoolean()) {
            Actor operator = Actor.OPERATOR.withKey(5, nextKey++);
            add(Commands.advanceClock(operator, random.nextLong(DAY_MS)));
        } else {
            long toMs = nowMs + state.clockOffsetMs() + random.nextLong(DAY_MS / 4);
            add(Commands.stepClock(Actor.SYSTEM, toMs));
        }
    }

    private void report(InstructionTable instructions, int index) {
        boolean settles = random.nextInt(3) != 0;
        BankOutcome outcome =
                settles ? BankOutcome.SETTLED : OUTCOMES.get(random.nextInt(OUTCOMES.size()));
        long wrong = random.nextInt(8) == 0 ? 1 : 0;
        boolean money = outcome == BankOutcome.SETTLED;
        add(
                Commands.report(
                        instructions.id(index),
                        outcome,
                        Evidence.CALLBACK,
                        money ? instructions.amount(index) + wrong : FailureReason.TIMEOUT.code(),
                        money ? instructions.currency(index) : 0));
    }

    /** A file with one line of its own, then what is missing by now. */
    private void importLine(InstructionTable instructions, int index) {
        long content = nextContent++;
        add(StatementCommands.open(content));
        LedgerState state = reference.state();
        long statement = state.statements().id(state.statements().size() - 1);
        long id = instructions.id(index);
        long amount = instructions.amount(index);
        StatementLine line =
                instructions.kind(index).collects()
                        ? StatementLine.credit(id, amount)
                        : StatementLine.debit(id, amount);
        line.currency(instructions.currency(index));
        int day = state.proof().openDay();
        add(StatementCommands.line(statement, 1, content, day, line));
        add(StatementCommands.complete(statement, 1, 0, List.of(156, 392, 840), day - 3, day - 1));
        add(StatementCommands.age(156, 100));
    }

    private void add(Message message) {
        steps.add(new Step(nowMs, message));
        reference.send(nowMs, message);
    }
}
