package io.clearhold.bank.intake;

import io.clearhold.bank.engine.LedgerAnswer;
import io.clearhold.bank.engine.LedgerClient;
import io.clearhold.bank.engine.LedgerMessage;
import io.clearhold.bank.format.StatementFiles;
import io.clearhold.bank.intake.StatementMeter.FileOutcome;
import io.clearhold.bank.json.JsonText;
import io.clearhold.bank.statement.Finding;
import io.clearhold.bank.statement.ReadOutcome;
import io.clearhold.core.codec.AgeResultDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.OriginEncoder;
import io.clearhold.core.codec.StatementResultDecoder;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.StatementDesk;
import io.clearhold.core.proof.StatementFormat;
import io.clearhold.core.proof.StatementStatus;
import io.clearhold.core.result.ResultCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports one file at a time. It is read twice: first as a whole, so that nothing of an unusable
 * file gets in, then line by line into the ledger, which takes each line once whatever happens in
 * between.
 */
public final class StatementIntake implements StatementDesk {
    /** A channel whose statements are taken. */
    public record SettlesTo(int channel, String accountPrefix) {}

    private static final Logger LOG = LoggerFactory.getLogger(StatementIntake.class);
    private static final long PATIENCE_MS = 10_000;

    private final Ledger ledger;
    private final LedgerClient client;
    private final long replyTimeoutMs;
    private final Map<String, SettlesTo> channels;
    private final StatementFiles reader;
    private final IntakeFolder folder;
    private final IntakeSettings settings;
    private final StatementMeter meter;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    /**
     * An intake.
     *
     * @param channels by name
     * @param folder for files that are imported; made if need be
     */
    public StatementIntake(
            Ledger ledger,
            LedgerClient client,
            long replyTimeoutMs,
            Map<String, SettlesTo> channels,
            StatementFiles reader,
            Path folder,
            IntakeSettings settings)
            throws IOException {
        this(
                ledger,
                client,
                replyTimeoutMs,
                channels,
                reader,
                folder,
                settings,
                StatementMeter.NONE);
    }

    /**
     * The same, counted.
     *
     * @param meter is told what becomes of files and lines
     */
    public StatementIntake(
            Ledger ledger,
            LedgerClient client,
            long replyTimeoutMs,
            Map<String, SettlesTo> channels,
            StatementFiles reader,
            Path folder,
            IntakeSettings settings,
            StatementMeter meter)
            throws IOException {
        this.meter = meter;
        this.ledger = ledger;
        this.client = client;
        this.replyTimeoutMs = replyTimeoutMs;
        this.channels = Map.copyOf(channels);
        this.reader = reader;
        this.folder = new IntakeFolder(folder, settings.keptFiles());
        this.settings = settings;
    }

    /** The bytes of all files that are kept. */
    public long storedBytes() {
        return folder.bytes();
    }

    /**
     * Completes what a crash interrupted, beside everything else: it never holds up a start. A file
     * that cannot be completed is logged and stays.
     */
    public void resumeBeside() {
        Thread _ =
                Thread.ofVirtual()
                        .name("statement-intake")
                        .start(() -> {
                            try {
                                resume();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            } catch (RuntimeException e) {
                                LOG.error("a statement that was interrupted stays so", e);
                            }
                        });
    }

    /** Completes what a crash interrupted; one that cannot be completed is logged and stays. */
    public void resume() throws InterruptedException {
        UnsafeBuffer origin = new UnsafeBuffer(new byte[OriginEncoder.ENCODED_LENGTH]);
        new OriginEncoder().wrap(origin, 0).role((short) Role.SYSTEM.code());
        oneAtATime.lockInterruptibly();
        try {
            for (IntakeFolder.Left left : folder.left()) {
                for (SettlesTo settles : channels.values()) {
                    if (settles.channel() == left.channel()) {
                        Outcome outcome =
                                run(
                                        left.file(),
                                        settles,
                                        origin,
                                        left.contentHigh(),
                                        left.contentLow());
                        LOG.info("statement {} taken up again: {}", left.file(), name(outcome));
                    }
                }
            }
        } catch (IOException e) {
            LOG.error("statement files that were interrupted cannot be read", e);
        } finally {
            oneAtATime.unlock();
        }
    }

    @Override
    public Outcome take(
            Path file,
            String channel,
            Optional<String> format,
            DirectBuffer origin,
            long contentHigh,
            long contentLow)
            throws InterruptedException {
        SettlesTo settles = channels.get(channel);
        if (settles == null) {
            return new Outcome.NotTaken(ResultCode.CHANNEL_NOT_FOUND.number());
        }
        if (format.isPresent() && !format.get().equals(StatementFormat.CAMT_053.label())) {
            return new Outcome.Refused(
                    "format_unknown", 0, "format", "Statements are read in the format camt.053.");
        }
        Outcome outcome = take(file, settles, origin, contentHigh, contentLow);
        meter.file(
                switch (outcome) {
                    case Outcome.Imported _ -> FileOutcome.IMPORTED;
                    case Outcome.Refused _ -> FileOutcome.REFUSED;
                    case Outcome.NotTaken _, Outcome.Unavailable _, Outcome.Unknown _ ->
                            FileOutcome.NOT_TAKEN;
                });
        return outcome;
    }

    private Outcome take(
            Path file, SettlesTo settles, DirectBuffer origin, long contentHigh, long contentLow)
            throws InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            Findings findings = new Findings(settings.findingsKept());
            Optional<Outcome.Refused> refusal = check(file, settles, findings);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            Path taken = folder.take(file, settles.channel(), contentHigh, contentLow);
            return run(taken, settles, origin, contentHigh, contentLow);
        } catch (IOException e) {
            LOG.error("a statement file cannot be kept", e);
            return new Outcome.Unavailable();
        } finally {
            oneAtATime.unlock();
        }
    }

    private Optional<Outcome.Refused> check(Path file, SettlesTo settles, Findings findings)
            throws IOException {
        FirstPass pass = new FirstPass(settles.accountPrefix(), findings);
        if (reader.read(file, Optional.empty(), pass) instanceof ReadOutcome.Refused(Finding why)) {
            return Optional.of(
                    new Outcome.Refused(why.code().code(), why.line(), why.field(), why.detail()));
        }
        if (pass.isForeign() && !settings.foreignAccounts()) {
            return Optional.of(
                    new Outcome.Refused(
                            "account_mismatch",
                            0,
                            "Acct",
                            "The statement is about an account that this channel does not settle"
                                    + " to."));
        }
        return Optional.empty();
    }

    private Outcome run(
            Path file, SettlesTo settles, DirectBuffer origin, long contentHigh, long contentLow)
            throws InterruptedException, IOException {
        Findings findings = new Findings(settings.findingsKept());
        FirstPass pass = new FirstPass(settles.accountPrefix(), findings);
        if (reader.read(file, Optional.empty(), pass) instanceof ReadOutcome.Refused(Finding why)) {
            throw new IOException("a file that was checked cannot be read: " + why.detail());
        }
        LedgerAnswer opened =
                ask(
                        IntakeMessages.open(
                                settles.channel(),
                                StatementFormat.CAMT_053,
                                contentHigh,
                                contentLow,
                                about(pass)));
        if (!(opened instanceof LedgerAnswer.Result(long at, DirectBuffer message))
                || !isStatement(message)) {
            return failed(opened);
        }
        StatementResultDecoder statement = decode(message);
        LinePosting posting =
                new LinePosting(
                        ledger,
                        statement.statement(),
                        settings.linesInFlight(),
                        replyTimeoutMs,
                        new LineMaker(settles.channel()),
                        findings,
                        meter);
        if (statement.status() != StatementStatus.COMPLETE.code()) {
            try {
                reader.read(file, Optional.empty(), posting);
                posting.finish();
            } catch (LinePosting.Interrupted e) {
                return new Outcome.Unknown();
            }
        }
        LedgerAnswer completed =
                ask(
                        IntakeMessages.complete(
                                origin, statement.statement(), pass, posting, findings));
        if (!(completed instanceof LedgerAnswer.Result(long sequence, DirectBuffer result))
                || !isStatement(result)) {
            return failed(completed);
        }
        age(settles.channel(), pass);
        folder.done(file);
        return new Outcome.Imported(sequence, result);
    }

    /** What the new days show to be missing. */
    private void age(int channel, FirstPass pass) throws InterruptedException {
        int[] currencies =
                pass.days().stream().mapToInt(CoveredDays.Day::currency).distinct().toArray();
        for (int currency : currencies) {
            boolean more = true;
            while (more) {
                LedgerAnswer answer =
                        ask(IntakeMessages.age(channel, currency, settings.agedAtOnce()));
                more =
                        answer instanceof LedgerAnswer.Result(long at, DirectBuffer message)
                                && new AgeResultDecoder()
                                                .wrapAndApplyHeader(
                                                        message, 0, new MessageHeaderDecoder())
                                                .more()
                                        != 0;
            }
        }
    }

    private static String about(FirstPass pass) {
        JsonText json = new JsonText();
        pass.head()
                .ifPresent(head -> {
                    json.textIfAny("message_id", head.messageId());
                    head.createdAt()
                            .ifPresent(time -> json.text("file_created_at", time.toString()));
                });
        return json.members();
    }

    private LedgerAnswer ask(LedgerMessage message) throws InterruptedException {
        return client.ask(message, PATIENCE_MS);
    }

    private static boolean isStatement(DirectBuffer message) {
        return new MessageHeaderDecoder().wrap(message, 0).templateId()
                == StatementResultDecoder.TEMPLATE_ID;
    }

    private static StatementResultDecoder decode(DirectBuffer message) {
        return new StatementResultDecoder()
                .wrapAndApplyHeader(message, 0, new MessageHeaderDecoder());
    }

    private static Outcome failed(LedgerAnswer answer) {
        return switch (answer) {
            case LedgerAnswer.Result result -> new Outcome.NotTaken(result.code().number());
            case LedgerAnswer.Busy busy -> new Outcome.Unavailable();
            case LedgerAnswer.Stopped stopped -> new Outcome.Unavailable();
            case LedgerAnswer.OutcomeUnknown unknown -> new Outcome.Unknown();
        };
    }

    private static String name(Outcome outcome) {
        return outcome.getClass().getSimpleName();
    }
}
