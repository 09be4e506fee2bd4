package io.clearhold.bank.engine;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.RefusalDecoder;
import io.clearhold.core.result.ResultCode;
import org.agrona.DirectBuffer;

/** What the ledger answered, as a value that outlives the writer's buffers. */
public sealed interface LedgerAnswer {
    /** It is durable: this result with its header from offset 0, refusals included. */
    record Result(long sequence, DirectBuffer message) implements LedgerAnswer {
        public int templateId() {
            return new MessageHeaderDecoder().wrap(message, 0).templateId();
        }

        /** {@link ResultCode#OK} unless it is a refusal. */
        public ResultCode code() {
            MessageHeaderDecoder header = new MessageHeaderDecoder();
            if (header.wrap(message, 0).templateId() != RefusalDecoder.TEMPLATE_ID) {
                return ResultCode.OK;
            }
            RefusalDecoder refusal = new RefusalDecoder();
            return ResultCode.of(refusal.wrapAndApplyHeader(message, 0, header).code());
        }
    }

    /** No room in the ring or on the disk for as long as we cared to wait: nothing happened. */
    record Busy() implements LedgerAnswer {}

    /** It may have happened. */
    record OutcomeUnknown() implements LedgerAnswer {}

    /** The ledger has stopped: nothing happened, and nothing will until a restart. */
    record Stopped() implements LedgerAnswer {}
}
