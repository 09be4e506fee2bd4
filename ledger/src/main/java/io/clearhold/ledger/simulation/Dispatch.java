package io.clearhold.ledger.simulation;

import io.clearhold.core.codec.InstructionAcceptedDecoder;
import io.clearhold.core.codec.InstructionClaimedDecoder;
import io.clearhold.core.codec.InstructionClosingDecoder;
import io.clearhold.core.codec.InstructionDeferredDecoder;
import io.clearhold.core.codec.InstructionDueDecoder;
import io.clearhold.core.codec.InstructionFailedDecoder;
import io.clearhold.core.codec.InstructionListDecoder;
import io.clearhold.core.codec.InstructionQueuedDecoder;
import io.clearhold.core.codec.InstructionReturnedDecoder;
import io.clearhold.core.codec.InstructionSettledDecoder;
import io.clearhold.core.codec.InstructionUnknownDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.RefusalDecoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.core.port.JournalReader;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.Commands;
import io.clearhold.ledger.scenario.PromiseBrokenException;
import io.clearhold.ledger.scenario.QueryMessages;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2ObjectHashMap;
import org.agrona.collections.LongHashSet;

/**
 * Bank dispatch as one start of the server has it, step by step instead of by threads: takes up
 * what is open, follows the journal, claims before it sends, and reports what the bank says. It
 * dies with its server; what it sent is under way all the same.
 */
final class Dispatch {
    private static final int PAGE = 100;
    private static final long ANSWER_MS = 3_000;
    private static final long PATIENCE_MS = 30_000;

    /** A bank keeps its word: what comes at all comes within its window. */
    private static final long LATEST_MS = BankOffice.VISIBILITY_WINDOW_MS - 2_000;

    /** How an instruction stands as far as the journal was read. */
    private record Open(InstructionStatus status, boolean closing) {}

    private final World world;
    private final BankOffice bank;
    private final ServerCalls calls;
    private final JournalReader reader;
    private final Frame frame = new Frame();
    private final Frame orderFrame = new Frame();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final InstructionDueDecoder event = new InstructionDueDecoder();
    private final InstructionQueuedDecoder queued = new InstructionQueuedDecoder();
    private final InstructionListDecoder list = new InstructionListDecoder();
    private final Long2ObjectHashMap<Open> open = new Long2ObjectHashMap<>();
    private final LongHashSet underWay = new LongHashSet();
    private final LongHashSet followed = new LongHashSet();
    private long position;
    private boolean listed;

    Dispatch(World world, Server server, BankOffice bank) {
        this.world = world;
        this.bank = bank;
        this.calls = new ServerCalls(world, server);
        this.reader = server.openReader();
        this.position = server.watermark();
        bank.callTo(this::hear);
        list(ObjectId.NONE);
    }

    /** Follows the journal up to the watermark. */
    void turn() {
        if (!listed) {
            return;
        }
        while (calls.isAlive() && reader.read(position + 1, frame)) {
            position++;
            frame.rewindEvents();
            while (frame.nextEvent()) {
                follow(frame.buffer(), frame.eventOffset());
            }
        }
    }

    private void list(long after) {
        calls.ask(
                QueryMessages.openInstructions(Actor.SYSTEM, after, PAGE),
                result -> {
                    list.wrapAndApplyHeader(result, 0, header);
                    boolean more = list.more() != 0;
                    long last = after;
                    for (InstructionListDecoder.InstructionsDecoder each : list.instructions()) {
                        last = each.instruction();
                        Open now =
                                new Open(InstructionStatus.of(each.status()), each.closing() != 0);
                        open.put(last, now);
                        if (ObjectId.sequence(last) <= position) {
                            goOn(last);
                        }
                    }
                    if (more) {
                        list(last);
                    } else {
                        listed = true;
                    }
                });
    }

    private void follow(DirectBuffer buffer, int offset) {
        int template = header.wrap(buffer, offset).templateId();
        if (template < InstructionQueuedDecoder.TEMPLATE_ID
                || template > InstructionReturnedDecoder.TEMPLATE_ID) {
            return;
        }
        event.wrap(
                buffer,
                offset + MessageHeaderDecoder.ENCODED_LENGTH,
                header.blockLength(),
                header.version());
        long id = event.instruction();
        switch (template) {
            case InstructionQueuedDecoder.TEMPLATE_ID -> {
                open.put(id, new Open(InstructionStatus.QUEUED, false));
                goOn(id);
            }
            case InstructionDueDecoder.TEMPLATE_ID -> goOn(id);
            case InstructionClosingDecoder.TEMPLATE_ID -> {
                Open now = open.get(id);
                if (now != null) {
                    open.put(id, new Open(now.status(), true));
                    if (underWay.contains(id)) {
                        followed.add(id);
                    } else {
                        goOn(id);
                    }
                }
            }
            case InstructionClaimedDecoder.TEMPLATE_ID -> move(id, InstructionStatus.SUBMITTING);
            case InstructionDeferredDecoder.TEMPLATE_ID -> move(id, InstructionStatus.QUEUED);
            case InstructionAcceptedDecoder.TEMPLATE_ID -> move(id, InstructionStatus.ACCEPTED);
            case InstructionUnknownDecoder.TEMPLATE_ID -> move(id, InstructionStatus.UNKNOWN);
            case InstructionSettledDecoder.TEMPLATE_ID,
                    InstructionFailedDecoder.TEMPLATE_ID,
                    InstructionReturnedDecoder.TEMPLATE_ID ->
                    open.remove(id);
            default -> throw new IllegalStateException("an event of instructions nobody knows");
        }
    }

    private void move(long id, InstructionStatus status) {
        Open now = open.get(id);
        if (now != null) {
            open.put(id, new Open(status, now.closing()));
        }
    }

    /** Does what its status asks for, unless it is being worked on. */
    private void goOn(long id) {
        Open now = open.get(id);
        if (now == null || !underWay.add(id)) {
            return;
        }
        BankOffice.Order order = order(id);
        if (now.status() == InstructionStatus.QUEUED) {
            calls.ask(
                    Commands.claim(id),
                    result -> {
                        if (isRefusal(result)) {
                            done(id);
                        } else if (now.closing()) {
                            report(id, BankOffice.Word.of(BankOutcome.CLOSED), Evidence.ANSWER);
                        } else {
                            send(order);
                        }
                    });
        } else if (now.closing()) {
            askBank(id, now, Evidence.ANSWER, () -> bank.close(order));
        } else {
            askBank(id, now, Evidence.QUERY, () -> bank.query(id));
        }
    }

    /** From here on it may have left. */
    private void send(BankOffice.Order order) {
        if (bank.isAway()) {
            report(order.id(), BankOffice.Word.of(BankOutcome.NOT_SENT), Evidence.ANSWER);
            return;
        }
        if (world.faults().strikes(Fault.SUBMISSION_LOST)) {
            giveUp(order.id());
            return;
        }
        if (world.faults().strikes(Fault.SUBMISSION_LATE)) {
            // Asked about in the meantime, the bank has never heard of it.
            long lateMs = PATIENCE_MS + world.random().nextLong(LATEST_MS - PATIENCE_MS);
            world.agenda().after(lateMs, () -> bank.submit(order));
            giveUp(order.id());
            return;
        }
        boolean lost = world.faults().strikes(Fault.BANK_ANSWER_LOST);
        world.agenda()
                .after(
                        world.delayMs(ANSWER_MS),
                        () -> {
                            BankOffice.Word word = bank.submit(order);
                            if (lost) {
                                giveUp(order.id());
                            } else {
                                world.agenda()
                                        .after(
                                                world.delayMs(ANSWER_MS),
                                                () -> report(order.id(), word, Evidence.ANSWER));
                            }
                        });
    }

    private void giveUp(long id) {
        BankOffice.Word unknown =
                new BankOffice.Word(BankOutcome.UNKNOWN, FailureReason.TIMEOUT.code(), 0);
        world.agenda().after(PATIENCE_MS, () -> report(id, unknown, Evidence.ANSWER));
    }

    private void askBank(
            long id,
            Open now,
            Evidence evidence,
            java.util.function.Supplier<BankOffice.Word> ask) {
        world.agenda()
                .after(
                        world.delayMs(ANSWER_MS),
                        () -> {
                            if (!calls.isAlive()) {
                                return;
                            }
                            if (!bank.isAway()) {
                                report(id, ask.get(), evidence);
                            } else if (now.status() == InstructionStatus.SUBMITTING) {
                                report(
                                        id,
                                        new BankOffice.Word(
                                                BankOutcome.UNKNOWN,
                                                FailureReason.RESTART.code(),
                                                0),
                                        evidence);
                            } else {
                                done(id);
                            }
                        });
    }

    private void report(long id, BankOffice.Word word, Evidence evidence) {
        calls.ask(
                Commands.report(id, word.outcome(), evidence, word.amount(), word.currency()),
                result -> done(id));
    }

    /** A message of the bank itself: heard once the ledger has it for good. */
    private void hear(long id, BankOffice.Word word, Runnable heard) {
        calls.ask(
                Commands.report(
                        id, word.outcome(), Evidence.CALLBACK, word.amount(), word.currency()),
                result -> heard.run());
    }

    private void done(long id) {
        underWay.remove(id);
        if (followed.remove(id)) {
            goOn(id);
        }
    }

    private BankOffice.Order order(long id) {
        if (!reader.read(ObjectId.sequence(id), orderFrame)) {
            throw new PromiseBrokenException("I3", "the frame of instruction %d is gone", id);
        }
        orderFrame.rewindEvents();
        while (orderFrame.nextEvent()) {
            int offset = orderFrame.eventOffset();
            int template = header.wrap(orderFrame.buffer(), offset).templateId();
            if (template == InstructionQueuedDecoder.TEMPLATE_ID) {
                queued.wrapAndApplyHeader(orderFrame.buffer(), offset, header);
                if (queued.instruction() == id) {
                    return new BankOffice.Order(
                            id,
                            InstructionKind.of(queued.kind()),
                            queued.subject(),
                            queued.chain().payment(),
                            queued.amount(),
                            queued.currency());
                }
            }
        }
        throw new PromiseBrokenException("I3", "instruction %d is not where its id says", id);
    }

    private boolean isRefusal(DirectBuffer result) {
        return header.wrap(result, 0).templateId() == RefusalDecoder.TEMPLATE_ID;
    }
}
