package io.clearhold.ledger.machine;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.ReportOutcomeDecoder;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.result.ResultCode;
import java.util.List;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The forms of all commands and queries: the one place that says which codes and numbers the engine
 * can read. What does not fit is refused before it is looked up, decided or remembered, so that a
 * gateway or driver that errs can neither stop the writer nor get nonsense into the journal.
 * Recorded frames are not checked again: they were, when they were written.
 */
final class MessageForms {
    private static final int SCHEMA_ID = MessageHeaderDecoder.SCHEMA_ID;
    private static final int SCHEMA_VERSION = MessageHeaderDecoder.SCHEMA_VERSION;
    private static final int HIGHEST_TEMPLATE = 149;
    private static final int OFFSET_OF_ROLE =
            MessageHeaderDecoder.ENCODED_LENGTH + OriginDecoder.roleEncodingOffset();

    private static final long REASONS =
            AreaForms.codes(FailureReason.values(), FailureReason::code);

    private final @Nullable MessageForm[] forms = new MessageForm[HIGHEST_TEMPLATE + 1];
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ReportOutcomeDecoder report = new ReportOutcomeDecoder();

    MessageForms() {
        List<AreaForms> areas =
                List.of(
                        new AccountForms(forms),
                        new PaymentForms(forms),
                        new BankForms(forms),
                        new WalletForms(forms),
                        new StaffForms(forms));
        areas.forEach(AreaForms::add);
    }

    /**
     * What is wrong with a message: OK, {@link ResultCode#UNKNOWN_COMMAND}, or {@link
     * ResultCode#INVALID_COMMAND}.
     */
    ResultCode check(DirectBuffer buffer, int offset, int length) {
        if (length < MessageHeaderDecoder.ENCODED_LENGTH + OriginDecoder.ENCODED_LENGTH) {
            return ResultCode.INVALID_COMMAND;
        }
        header.wrap(buffer, offset);
        int template = header.templateId();
        if (header.schemaId() != SCHEMA_ID || template > HIGHEST_TEMPLATE) {
            return ResultCode.UNKNOWN_COMMAND;
        }
        MessageForm form = forms[template];
        if (form == null) {
            // Whoever decides it, if anybody does, says so.
            return ResultCode.OK;
        }
        boolean fits =
                header.version() <= SCHEMA_VERSION
                        && isIn(AreaForms.ROLES, buffer.getByte(offset + OFFSET_OF_ROLE) & 0xff)
                        && form.fits(header, buffer, offset, length);
        boolean readable =
                fits && (template != ReportOutcomeDecoder.TEMPLATE_ID || says(buffer, offset));
        return readable ? ResultCode.OK : ResultCode.INVALID_COMMAND;
    }

    /** The amount of an outcome that is no money is the number of a reason. */
    private boolean says(DirectBuffer buffer, int offset) {
        report.wrapAndApplyHeader(buffer, offset, header);
        return switch (BankOutcome.of(report.outcome())) {
            case REJECTED, UNKNOWN -> isIn(REASONS, report.amount());
            case ACCEPTED, PENDING, NOT_SENT, NOT_FOUND, CLOSED, SETTLED, RETURNED, CHARGED_BACK ->
                    true;
        };
    }

    /** Whether a template is among them. */
    boolean has(int template) {
        return forms[template] != null;
    }

    private static boolean isIn(long codes, long code) {
        return code >= 0 && code < Long.SIZE && (codes >>> code & 1) != 0;
    }
}
