package io.clearhold.ledger.machine;

import io.clearhold.core.codec.AcceptClockDecoder;
import io.clearhold.core.codec.AdvanceClockDecoder;
import io.clearhold.core.codec.AgeMovementsDecoder;
import io.clearhold.core.codec.BeginEpochDecoder;
import io.clearhold.core.codec.ClaimInstructionDecoder;
import io.clearhold.core.codec.CompleteStatementDecoder;
import io.clearhold.core.codec.HoldClockDecoder;
import io.clearhold.core.codec.OpenStatementDecoder;
import io.clearhold.core.codec.PostStatementLineDecoder;
import io.clearhold.core.codec.ReportOutcomeDecoder;
import io.clearhold.core.codec.StepClockDecoder;
import io.clearhold.core.codec.TickDecoder;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.ClockDoubt;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.proof.EntrySide;
import io.clearhold.core.proof.StatementFormat;
import org.jspecify.annotations.Nullable;

/** The forms of commands about banks, the clock and statements. */
final class BankForms extends AreaForms {
    BankForms(@Nullable MessageForm[] forms) {
        super(forms);
    }

    @Override
    void add() {
        banks();
        statements();
    }

    private void banks() {
        form(ClaimInstructionDecoder.TEMPLATE_ID, ClaimInstructionDecoder.BLOCK_LENGTH);
        form(ReportOutcomeDecoder.TEMPLATE_ID, ReportOutcomeDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .code(
                        ReportOutcomeDecoder.outcomeEncodingOffset(),
                        codes(BankOutcome.values(), BankOutcome::code))
                .code(
                        ReportOutcomeDecoder.evidenceEncodingOffset(),
                        codes(Evidence.values(), Evidence::code))
                .longIn(ReportOutcomeDecoder.costEncodingOffset(), 0, LARGEST);
        form(TickDecoder.TEMPLATE_ID, TickDecoder.BLOCK_LENGTH);
        form(AdvanceClockDecoder.TEMPLATE_ID, AdvanceClockDecoder.BLOCK_LENGTH)
                .root()
                .longIn(AdvanceClockDecoder.advanceMsEncodingOffset(), 0, LARGEST);
        form(StepClockDecoder.TEMPLATE_ID, StepClockDecoder.BLOCK_LENGTH)
                .root()
                .longIn(StepClockDecoder.toMsEncodingOffset(), 0, LARGEST);
        form(HoldClockDecoder.TEMPLATE_ID, HoldClockDecoder.BLOCK_LENGTH)
                .root()
                .code(
                        HoldClockDecoder.reasonEncodingOffset(),
                        codes(ClockDoubt.values(), ClockDoubt::code))
                .longIn(HoldClockDecoder.wallMsEncodingOffset(), 0, FURTHEST_MS)
                .longIn(HoldClockDecoder.plainMsEncodingOffset(), 0, FURTHEST_MS)
                .longIn(HoldClockDecoder.downMsEncodingOffset(), 0, FURTHEST_MS);
        form(AcceptClockDecoder.TEMPLATE_ID, AcceptClockDecoder.BLOCK_LENGTH).withText();
        form(BeginEpochDecoder.TEMPLATE_ID, BeginEpochDecoder.BLOCK_LENGTH)
                .root()
                .byteIn(BeginEpochDecoder.epochEncodingOffset(), 1, ObjectId.MAX_EPOCH);
    }

    private void statements() {
        form(OpenStatementDecoder.TEMPLATE_ID, OpenStatementDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .code(
                        OpenStatementDecoder.formatEncodingOffset(),
                        codes(StatementFormat.values(), StatementFormat::code));
        form(PostStatementLineDecoder.TEMPLATE_ID, PostStatementLineDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .longIn(PostStatementLineDecoder.lineEncodingOffset(), 0, LARGEST)
                .longIn(PostStatementLineDecoder.contentEncodingOffset(), 0, LARGEST)
                .code(
                        PostStatementLineDecoder.sideEncodingOffset(),
                        codes(EntrySide.values(), EntrySide::code))
                .intIn(PostStatementLineDecoder.statementDayEncodingOffset(), 0, LAST_DAY);
        MessageForm complete =
                form(CompleteStatementDecoder.TEMPLATE_ID, CompleteStatementDecoder.BLOCK_LENGTH);
        complete.root()
                .longIn(CompleteStatementDecoder.linesEncodingOffset(), 0, FURTHEST_MS)
                .longIn(CompleteStatementDecoder.duplicatesEncodingOffset(), 0, FURTHEST_MS)
                .longIn(CompleteStatementDecoder.quarantinedEncodingOffset(), 0, FURTHEST_MS);
        complete.group(CompleteStatementDecoder.DaysDecoder.sbeBlockLength())
                .intIn(CompleteStatementDecoder.DaysDecoder.dayEncodingOffset(), 0, LAST_DAY)
                .flag(CompleteStatementDecoder.DaysDecoder.completeEncodingOffset());
        complete.withText();
        form(AgeMovementsDecoder.TEMPLATE_ID, AgeMovementsDecoder.BLOCK_LENGTH);
    }
}
