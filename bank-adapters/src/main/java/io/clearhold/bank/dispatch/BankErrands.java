package io.clearhold.bank.dispatch;

import io.clearhold.bank.dispatch.DispatchMeter.Errand;
import io.clearhold.bank.engine.LedgerAnswer;
import io.clearhold.bank.engine.LedgerClient;
import io.clearhold.bank.engine.LedgerMessage;
import io.clearhold.bank.engine.LedgerMessages;
import io.clearhold.bank.spi.BankChannel;
import io.clearhold.bank.spi.BankInstruction;
import io.clearhold.bank.spi.BankReport;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.core.port.Channel;
import io.clearhold.core.result.ResultCode;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes to the bank with one instruction and comes back with a report. The order of the steps is the
 * promise: the claim is durable before the first byte leaves, and what was claimed once is asked
 * about and never sent again. Runs on virtual threads; safe for many.
 */
final class BankErrands {
    private static final Logger LOGGER = LoggerFactory.getLogger(BankErrands.class);

    /** A channel and its name outside. */
    record NamedChannel(String name, BankChannel channel) {}

    private final LedgerClient ledger;
    private final InstructionReader reader;
    private final Map<Integer, NamedChannel> channels;
    private final OutcomeReports reports;
    private final DispatchTrouble trouble;
    private final DispatchMeter meter;
    private final BankDispatchSettings settings;

    BankErrands(
            LedgerClient ledger,
            InstructionReader reader,
            Map<Channel, BankChannel> channels,
            DispatchTrouble trouble,
            DispatchMeter meter,
            BankDispatchSettings settings) {
        this.ledger = ledger;
        this.reader = reader;
        this.channels =
                channels.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        entry -> entry.getKey().number(),
                                        entry ->
                                                new NamedChannel(
                                                        entry.getKey().name(), entry.getValue())));
        this.reports = new OutcomeReports(settings.maxBankTextLength());
        this.trouble = trouble;
        this.meter = meter;
        this.settings = settings;
    }

    /**
     * Does what is next for an instruction that stood like this when the tail read it. It may have
     * moved on since: then a claim is refused, or the bank is asked once too often.
     */
    void goOn(OpenInstruction instruction) throws InterruptedException {
        switch (instruction.status()) {
            case QUEUED -> {
                if (instruction.closing()) {
                    closeUnsent(instruction);
                } else {
                    submit(instruction.id());
                }
            }
            case SUBMITTING, ACCEPTED, UNKNOWN -> {
                if (instruction.closing()) {
                    close(instruction);
                } else {
                    query(instruction);
                }
            }
            case SETTLED, FAILED, RETURNED -> {}
        }
    }

    /** Claims and sends; does nothing if it was claimed before. */
    void submit(long id) throws InterruptedException {
        ChannelInstruction read = reader.read(id);
        NamedChannel bank = channel(read);
        if (!claim(id)) {
            return;
        }
        BankReport report;
        long startNanos = System.nanoTime();
        try {
            report = bank.channel().submit(read.instruction());
        } catch (RuntimeException e) {
            // A defect of the channel; nobody knows how far it came.
            LOGGER.error("channel {} threw while it submitted", bank.name(), e);
            report = new BankReport.Unknown(FailureReason.BANK_ERROR);
        }
        watch(bank, Errand.SUBMIT, read.instruction(), report, startNanos);
        report(reports.message(id, Evidence.ANSWER, report));
    }

    /**
     * It came back unsent after its close was asked for: no bank can be asked to close it. The
     * claim makes sure that it is still unsent; nobody can send it afterwards.
     */
    private void closeUnsent(OpenInstruction instruction) throws InterruptedException {
        if (claim(instruction.id())) {
            report(reports.message(instruction.id(), Evidence.ANSWER, new BankReport.Closed()));
        }
    }

    private void query(OpenInstruction open) throws InterruptedException {
        ChannelInstruction read = reader.read(open.id());
        NamedChannel bank = channel(read);
        if (!bank.channel().capabilities().query()) {
            return;
        }
        ask(open, Errand.QUERY, bank, read.instruction(), bank.channel()::query);
    }

    private void close(OpenInstruction open) throws InterruptedException {
        ChannelInstruction read = reader.read(open.id());
        NamedChannel bank = channel(read);
        if (!bank.channel().capabilities().close()) {
            query(open);
            return;
        }
        ask(open, Errand.CLOSE, bank, read.instruction(), bank.channel()::close);
    }

    private void ask(
            OpenInstruction open,
            Errand errand,
            NamedChannel bank,
            BankInstruction instruction,
            Function<BankInstruction, BankReport> question)
            throws InterruptedException {
        long startNanos = System.nanoTime();
        BankReport report = question.apply(instruction);
        watch(bank, errand, instruction, report, startNanos);
        Evidence evidence = errand == Errand.QUERY ? Evidence.QUERY : Evidence.ANSWER;
        boolean learnedNothing =
                report instanceof BankReport.NotSent || report instanceof BankReport.Unknown;
        if (!learnedNothing) {
            report(reports.message(open.id(), evidence, report));
        } else if (open.status() == InstructionStatus.SUBMITTING) {
            // Whoever sent it is gone; that a question was not sent says nothing of the
            // instruction.
            report(
                    reports.message(
                            open.id(), evidence, new BankReport.Unknown(FailureReason.RESTART)));
        }
    }

    private boolean claim(long id) throws InterruptedException {
        return switch (ledger.ask(LedgerMessages.claimInstruction(id), LedgerClient.FOR_EVER)) {
            case LedgerAnswer.Result result -> {
                ResultCode code = result.code();
                if (code != ResultCode.OK) {
                    LOGGER.debug("instruction {} is not ours to send: {}", id, code);
                }
                yield code == ResultCode.OK;
            }
            // Perhaps claimed: then the ladder asks the bank about it.
            case LedgerAnswer.OutcomeUnknown _, LedgerAnswer.Busy _ -> false;
            case LedgerAnswer.Stopped _ -> throw new LedgerStoppedException();
        };
    }

    /** Returns once the ledger has it; gives up only when the ledger has stopped. */
    private void report(LedgerMessage message) throws InterruptedException {
        Backoff backoff = new Backoff(settings);
        while (true) {
            switch (ledger.ask(message, LedgerClient.FOR_EVER)) {
                case LedgerAnswer.Result _ -> {
                    return;
                }
                case LedgerAnswer.OutcomeUnknown _, LedgerAnswer.Busy _ -> backoff.pause();
                case LedgerAnswer.Stopped _ -> throw new LedgerStoppedException();
            }
        }
    }

    private NamedChannel channel(ChannelInstruction read) {
        NamedChannel channel = channels.get(read.channel());
        if (channel == null) {
            throw new IllegalStateException(
                    "no channel has the number " + read.channel() + " in this server");
        }
        return channel;
    }

    private void watch(
            NamedChannel bank,
            Errand errand,
            BankInstruction instruction,
            BankReport report,
            long startNanos) {
        long nanos = System.nanoTime() - startNanos;
        meter.answered(bank.name(), errand, instruction.kind(), report, nanos);
        if (report instanceof BankReport.NotSent notSent) {
            trouble.bankAway(bank.name(), notSent.why());
        } else {
            trouble.bankAnswered(bank.name());
        }
    }
}
