package io.clearhold.ledger.state;

import io.clearhold.core.lifecycle.PaymentStatus;
import java.io.IOException;

/**
 * All that decisions read. A function of the frames that were applied, and of nothing else.
 * Readable by everyone in the module on the writer's thread; written only by {@link EventApplier}.
 */
public final class LedgerState {
    private static final int CLOCK_TAG = 13;

    private final StateHash hash = new StateHash();
    final PaymentTable payments = new PaymentTable(hash);
    final ExtrasTable extras = new ExtrasTable(hash, payments);
    final SplitTable splits = new SplitTable(hash);
    final MilestoneTable milestones = new MilestoneTable(hash);
    final MilestoneParts milestoneParts = new MilestoneParts(hash);
    final PaymentLinkTable paymentLinks = new PaymentLinkTable(hash);
    final RefundTable refunds = new RefundTable(hash);
    final DisputeTable disputes = new DisputeTable(hash);
    final EvidenceTable evidence = new EvidenceTable(hash);
    final PayoutTable payouts = new PayoutTable(hash);
    final TransferTable transfers = new TransferTable(hash);
    final TopUpTable topUps = new TopUpTable(hash);
    final LimitTable limits = new LimitTable(hash);
    final PayoutSettings payoutSettings = new PayoutSettings(hash);
    final InstructionTable instructions = new InstructionTable(hash);
    final ChargebackTable chargebacks = new ChargebackTable(hash);
    final LegTable legs = new LegTable(hash);
    final GivenBackTable givenBack = new GivenBackTable(hash, extras, payments);
    final AccountTable accounts = new AccountTable(hash);
    final ScheduleTable schedules = new ScheduleTable(hash, accounts);
    final KeyTable keys = new KeyTable(hash);
    final WebhookEndpointTable webhookEndpoints = new WebhookEndpointTable(hash);
    final Book book = new Book(hash, payments, accounts);
    final ClockHold clockHold = new ClockHold(hash);
    final Epochs epochs = new Epochs(hash);
    final Deadlines deadlines = new Deadlines(clockHold);
    final TrancheTable tranches = new TrancheTable(hash, book, deadlines);
    final IdempotencyTable idempotency = new IdempotencyTable(hash);
    final StatementTable statements = new StatementTable(hash);
    final BreakTable breaks = new BreakTable(hash);
    final ApprovalTable approvals = new ApprovalTable(hash);
    final Proof proof = new Proof(hash);
    final AwaitedMovements awaited = new AwaitedMovements();
    final ReferenceIndex references = new ReferenceIndex(payments);
    final Settings settings = new Settings(hash);
    private long sequence;
    private long logTimeMs;
    private long clockOffsetMs;
    private long clockTargetMs;

    public PaymentTable payments() {
        return payments;
    }

    /** What few payments have. */
    public ExtrasTable extras() {
        return extras;
    }

    /** What is held for a payment and no dispute freezes. */
    public long unfrozen(int payment) {
        return payments.held(payment) - extras.frozen(payment);
    }

    public SplitTable splits() {
        return splits;
    }

    public MilestoneTable milestones() {
        return milestones;
    }

    public MilestoneParts milestoneParts() {
        return milestoneParts;
    }

    public PaymentLinkTable paymentLinks() {
        return paymentLinks;
    }

    public RefundTable refunds() {
        return refunds;
    }

    public ChargebackTable chargebacks() {
        return chargebacks;
    }

    /** Where clawed back money came from. */
    public LegTable legs() {
        return legs;
    }

    /** What fees and splits gave back. */
    public GivenBackTable givenBack() {
        return givenBack;
    }

    /** What is kept back of releases. */
    public TrancheTable tranches() {
        return tranches;
    }

    public DisputeTable disputes() {
        return disputes;
    }

    public EvidenceTable evidence() {
        return evidence;
    }

    public PayoutTable payouts() {
        return payouts;
    }

    public TransferTable transfers() {
        return transfers;
    }

    /** When balances leave by themselves. */
    public ScheduleTable schedules() {
        return schedules;
    }

    /** Rules of accounts and keys. */
    public LimitTable limits() {
        return limits;
    }

    public PayoutSettings payoutSettings() {
        return payoutSettings;
    }

    public TopUpTable topUps() {
        return topUps;
    }

    public InstructionTable instructions() {
        return instructions;
    }

    public AccountTable accounts() {
        return accounts;
    }

    public KeyTable keys() {
        return keys;
    }

    public StatementTable statements() {
        return statements;
    }

    public BreakTable breaks() {
        return breaks;
    }

    /** What waits, or waited, for a second person. */
    public ApprovalTable approvals() {
        return approvals;
    }

    public AwaitedMovements awaited() {
        return awaited;
    }

    public Proof proof() {
        return proof;
    }

    public WebhookEndpointTable webhookEndpoints() {
        return webhookEndpoints;
    }

    public Book book() {
        return book;
    }

    public Deadlines deadlines() {
        return deadlines;
    }

    /** The epochs of ids that restores began. */
    public Epochs epochs() {
        return epochs;
    }

    /** Whether deadlines that move money wait for an operator. */
    public ClockHold clockHold() {
        return clockHold;
    }

    public IdempotencyTable idempotency() {
        return idempotency;
    }

    public Settings settings() {
        return settings;
    }

    /**
     * Whether a payee has an open or recent payment with the reference that this keyed hash stands
     * for.
     */
    public boolean hasReference(long high, long low) {
        return references.find(high, low) != HashIndex.NONE;
    }

    /** Whether anything was ever released, though it may have been clawed back since. */
    public boolean everReleased(int payment) {
        return payments.released(payment) + extras.clawedBack(payment) > 0;
    }

    /** The sequence of the last applied frame. */
    public long sequence() {
        return sequence;
    }

    /** The time of the last applied frame. */
    public long logTimeMs() {
        return logTimeMs;
    }

    /** What the sandbox adds to the clock. */
    public long clockOffsetMs() {
        return clockOffsetMs;
    }

    /** Where the sandbox's clock is to go; not after {@link #logTimeMs} when it is there. */
    public long clockTargetMs() {
        return clockTargetMs;
    }

    public long hashHigh() {
        return hash.high() + Mix.mix(scalars(), CLOCK_TAG);
    }

    public long hashLow() {
        return hash.low() + Mix.mix(~scalars(), CLOCK_TAG);
    }

    void advance(long newSequence, long timeMs) {
        sequence = newSequence;
        logTimeMs = timeMs;
    }

    /**
     * Sets or moves the deadline of a payment; with time 0 it has none. Once a payment with
     * milestones is collected, they have the deadlines, and the time means nothing.
     */
    void schedule(int payment, long timeMs) {
        boolean ofMilestones =
                payments.collected(payment) > 0 && extras.milestoneCount(payment) > 0;
        long nextMs = ofMilestones ? MilestoneDeadlines.nextMs(this, payment) : timeMs;
        payments.deadline(
                payment,
                deadlines.schedule(payments.deadline(payment), payments.id(payment), nextMs));
    }

    void clockOffset(long offsetMs) {
        clockOffsetMs = offsetMs;
    }

    void clockTarget(long targetMs) {
        clockTargetMs = targetMs;
    }

    /** Bytes of memory that grow with the number of records. */
    public long sizeInBytes() {
        return payments.sizeInBytes()
                + extras.sizeInBytes()
                + splits.sizeInBytes()
                + milestones.sizeInBytes()
                + milestoneParts.sizeInBytes()
                + paymentLinks.sizeInBytes()
                + refunds.sizeInBytes()
                + legs.sizeInBytes()
                + chargebacks.sizeInBytes()
                + givenBack.sizeInBytes()
                + tranches.sizeInBytes()
                + disputes.sizeInBytes()
                + evidence.sizeInBytes()
                + payouts.sizeInBytes()
                + transfers.sizeInBytes()
                + topUps.sizeInBytes()
                + limits.sizeInBytes()
                + schedules.sizeInBytes()
                + schedules.marksInBytes()
                + instructions.sizeInBytes()
                + accounts.sizeInBytes()
                + keys.sizeInBytes()
                + webhookEndpoints.sizeInBytes()
                + statements.sizeInBytes()
                + breaks.sizeInBytes()
                + approvals.sizeInBytes()
                + book.sizeInBytes()
                + references.sizeInBytes()
                + deadlines.sizeInBytes()
                + awaited.sizeInBytes()
                + idempotency.sizeInBytes()
                + proof.sizeInBytes();
    }

    /** They change with every frame, so they are mixed when somebody asks. */
    private long scalars() {
        return Mix.mix(Mix.mix(sequence, logTimeMs), Mix.mix(clockOffsetMs, clockTargetMs));
    }

    /** Everything, at the end of a frame; {@link #read} brings it back. */
    public void write(StateOutput out) throws IOException {
        out.put(sequence);
        out.put(logTimeMs);
        out.put(clockOffsetMs);
        out.put(clockTargetMs);
        settings.write(out);
        payoutSettings.write(out);
        for (RecordTable table : tables()) {
            table.write(out);
        }
        schedules.writeMarks(out);
        webhookEndpoints.writeCounts(out);
        book.write(out);
        epochs.write(out);
        clockHold.write(out);
        deadlines.write(out);
        idempotency.write(out);
        proof.write(out);
        awaited.write(out);
    }

    /** Fills an empty state; whether it is the right one, its hash tells. */
    public void read(StateInput in) throws IOException {
        sequence = in.take();
        logTimeMs = in.take();
        clockOffsetMs = in.take();
        clockTargetMs = in.take();
        settings.read(in);
        payoutSettings.read(in);
        for (RecordTable table : tables()) {
            table.read(in);
        }
        for (int payment = 0; payment < payments.size(); payment++) {
            if (holdsReference(payments.status(payment))) {
                references.insert(
                        payments.referenceHigh(payment), payments.referenceLow(payment), payment);
            }
        }
        approvals.index();
        schedules.readMarks(in);
        webhookEndpoints.readCounts(in);
        book.read(in);
        epochs.read(in);
        clockHold.read(in);
        deadlines.read(in);
        idempotency.read(in);
        proof.read(in);
        awaited.read(in);
    }

    private static boolean holdsReference(PaymentStatus status) {
        return switch (status) {
            case CREATED, PENDING, HELD, SHIPPED, RELEASED, REFUNDED -> true;
            case CANCELED, EXPIRED -> false;
        };
    }

    /** The tables that stand for themselves; those of the book are the book's. */
    private RecordTable[] tables() {
        return new RecordTable[] {
            payments,
            extras,
            legs,
            chargebacks,
            givenBack,
            tranches,
            splits,
            milestones,
            milestoneParts,
            paymentLinks,
            refunds,
            disputes,
            evidence,
            payouts,
            transfers,
            topUps,
            schedules,
            limits,
            instructions,
            accounts,
            keys,
            webhookEndpoints,
            statements,
            breaks,
            approvals
        };
    }
}
