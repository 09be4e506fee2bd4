package io.clearhold.ledger.machine;

import io.clearhold.core.codec.LimitsResultEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.TopUpResultEncoder;
import io.clearhold.core.codec.TransferResultEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.TopUpTable;
import io.clearhold.ledger.state.TransferTable;
import org.agrona.MutableDirectBuffer;

/** Writes transfers and top-ups as they stand; each method returns the length of the result. */
final class WalletWriter {
    private final LedgerState state;
    private final MutableDirectBuffer buffer;
    private final MessageHeaderEncoder header;
    private final TransferResultEncoder transfer = new TransferResultEncoder();
    private final LimitsResultEncoder limits = new LimitsResultEncoder();
    private final TopUpResultEncoder topUp = new TopUpResultEncoder();

    WalletWriter(LedgerState state, MutableDirectBuffer buffer, MessageHeaderEncoder header) {
        this.state = state;
        this.buffer = buffer;
        this.header = header;
    }

    int transfer(int index) {
        TransferTable table = state.transfers();
        transfer.wrapAndApplyHeader(buffer, 0, header)
                .transfer(table.id(index))
                .from(table.from(index))
                .to(table.to(index))
                .amount(table.amount(index))
                .currency(table.currency(index))
                .sequence(table.sequence(index))
                .createdAtMs(table.createdAtMs(index));
        return transfer.limit();
    }

    int limits(long owner, boolean ofKey) {
        int index = ofKey ? state.keys().find(owner) : state.accounts().find(owner);
        long text =
                ofKey ? state.keys().limitsSequence(index) : state.accounts().limitsSequence(index);
        limits.wrapAndApplyHeader(buffer, 0, header)
                .owner(owner)
                .ownerKind((short) (ofKey ? IdKind.KEY : IdKind.ACCOUNT).code())
                .textSequence(text)
                .sequence(text);
        return limits.limit();
    }

    int topUp(int index) {
        TopUpTable table = state.topUps();
        topUp.wrapAndApplyHeader(buffer, 0, header)
                .topUp(table.id(index))
                .account(table.account(index))
                .status((short) table.status(index).code())
                .amount(table.amount(index))
                .currency(table.currency(index))
                .channel((short) table.channel(index))
                .failure((short) table.failure(index).code())
                .textSequence(table.textSequence(index))
                .sequence(table.lastSequence(index))
                .createdAtMs(table.createdAtMs(index));
        return topUp.limit();
    }
}
