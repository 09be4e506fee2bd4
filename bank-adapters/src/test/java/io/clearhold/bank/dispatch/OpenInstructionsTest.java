package io.clearhold.bank.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.bank.dispatch.OpenInstructions.Call;
import io.clearhold.core.codec.InstructionAcceptedDecoder;
import io.clearhold.core.codec.InstructionClaimedDecoder;
import io.clearhold.core.codec.InstructionClosingDecoder;
import io.clearhold.core.codec.InstructionDeferredDecoder;
import io.clearhold.core.codec.InstructionDueDecoder;
import io.clearhold.core.codec.InstructionFailedDecoder;
import io.clearhold.core.codec.InstructionQueuedDecoder;
import io.clearhold.core.codec.InstructionReturnedDecoder;
import io.clearhold.core.codec.InstructionSettledDecoder;
import io.clearhold.core.codec.InstructionUnknownDecoder;
import io.clearhold.core.lifecycle.InstructionStatus;
import org.junit.jupiter.api.Test;

/** Where each event of an instruction leads. */
class OpenInstructionsTest {
    private static final long ID = 7;

    private final OpenInstructions open = new OpenInstructions();

    @Test
    void shouldFollowAnInstructionToItsEnd() {
        expect(InstructionQueuedDecoder.TEMPLATE_ID, Call.SUBMIT, InstructionStatus.QUEUED);
        expect(InstructionClaimedDecoder.TEMPLATE_ID, Call.NOTHING, InstructionStatus.SUBMITTING);
        expect(InstructionDeferredDecoder.TEMPLATE_ID, Call.NOTHING, InstructionStatus.QUEUED);
        expect(InstructionDueDecoder.TEMPLATE_ID, Call.GO_ON, InstructionStatus.QUEUED);
        expect(InstructionUnknownDecoder.TEMPLATE_ID, Call.NOTHING, InstructionStatus.UNKNOWN);
        expect(InstructionAcceptedDecoder.TEMPLATE_ID, Call.NOTHING, InstructionStatus.ACCEPTED);
        expect(InstructionClosingDecoder.TEMPLATE_ID, Call.CLOSE, InstructionStatus.ACCEPTED);
        assertThat(open.find(ID).orElseThrow().closing()).isTrue();
        expect(InstructionDeferredDecoder.TEMPLATE_ID, Call.NOTHING, InstructionStatus.QUEUED);
        assertThat(open.find(ID).orElseThrow().closing()).isTrue();
    }

    @Test
    void shouldForgetItAtEachEnd() {
        int[] ends = {
            InstructionSettledDecoder.TEMPLATE_ID,
            InstructionFailedDecoder.TEMPLATE_ID,
            InstructionReturnedDecoder.TEMPLATE_ID
        };
        for (int end : ends) {
            assertThat(open.apply(InstructionQueuedDecoder.TEMPLATE_ID, ID)).isEqualTo(Call.SUBMIT);

            assertThat(open.apply(end, ID)).isEqualTo(Call.NOTHING);

            assertThat(open.find(ID)).isEmpty();
            assertThat(open.size()).isZero();
        }
    }

    /** The tail reads the instruction of every such event with one decoder. */
    @Test
    void shouldFindTheInstructionAtOnePlaceInEveryEvent() {
        int place = InstructionDueDecoder.instructionEncodingOffset();

        assertThat(
                        new int[] {
                            InstructionQueuedDecoder.instructionEncodingOffset(),
                            InstructionClaimedDecoder.instructionEncodingOffset(),
                            InstructionDeferredDecoder.instructionEncodingOffset(),
                            InstructionAcceptedDecoder.instructionEncodingOffset(),
                            InstructionUnknownDecoder.instructionEncodingOffset(),
                            InstructionClosingDecoder.instructionEncodingOffset(),
                            InstructionSettledDecoder.instructionEncodingOffset(),
                            InstructionFailedDecoder.instructionEncodingOffset(),
                            InstructionReturnedDecoder.instructionEncodingOffset()
                        })
                .containsOnly(place);
    }

    private void expect(int template, Call call, InstructionStatus status) {
        assertThat(open.apply(template, ID)).isEqualTo(call);
        assertThat(open.find(ID).orElseThrow().status()).isEqualTo(status);
    }
}
