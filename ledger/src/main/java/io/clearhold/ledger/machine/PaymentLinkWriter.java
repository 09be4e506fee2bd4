package io.clearhold.ledger.machine;

import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.PaymentLinkResultEncoder;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentLinkTable;
import org.agrona.MutableDirectBuffer;

/** Writes the result that shows a payment link. */
final class PaymentLinkWriter {
    private final LedgerState state;
    private final Access access;
    private final PaymentLinkResultEncoder result = new PaymentLinkResultEncoder();

    PaymentLinkWriter(LedgerState state, Access access) {
        this.state = state;
        this.access = access;
    }

    /** The link at an index, with its secret to who may change it; returns the length. */
    int write(
            int index,
            OriginDecoder origin,
            MutableDirectBuffer buffer,
            MessageHeaderEncoder header) {
        PaymentLinkTable table = state.paymentLinks();
        int payee = state.accounts().find(table.payee(index));
        result.wrapAndApplyHeader(buffer, 0, header)
                .link(table.id(index))
                .platform(table.platform(index))
                .payee(table.payee(index))
                .amount(table.amount(index))
                .currency(table.currency(index))
                .mode((short) table.mode(index).code())
                .payWithinSeconds(table.payWithinSeconds(index))
                .shipWithinSeconds(table.shipWithinSeconds(index))
                .autoRefund((short) (table.autoRefund(index) ? 1 : 0))
                .autoConfirmAfterSeconds(table.autoConfirmAfterSeconds(index))
                .maxUses(table.maxUses(index))
                .expiresAtMs(table.expiresAtMs(index))
                .feeKind((short) table.feeKind(index).code())
                .feeValue(table.feeValue(index))
                .feeMin(table.feeMin(index))
                .feeMax(table.feeMax(index))
                .uses(table.uses(index))
                .active((short) (table.active(index) ? 1 : 0))
                .textSequence(table.textSequence(index))
                .sequence(table.lastSequence(index))
                .createdAtMs(table.createdAtMs(index))
                .showSecret((short) (access.actsForAccount(origin, payee) ? 1 : 0));
        return result.limit();
    }
}
