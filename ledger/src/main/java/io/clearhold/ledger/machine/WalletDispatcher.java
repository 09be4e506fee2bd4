package io.clearhold.ledger.machine;

import io.clearhold.core.codec.ConfigurePayoutsDecoder;
import io.clearhold.core.codec.CreateTopUpDecoder;
import io.clearhold.core.codec.CreateTransferDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MoveAccountDecoder;
import io.clearhold.core.codec.ReviewPayoutDecoder;
import io.clearhold.core.codec.SetLimitsDecoder;
import io.clearhold.core.codec.SetPayoutScheduleDecoder;
import org.agrona.DirectBuffer;

/** Brings commands about wallets to who decides them. */
final class WalletDispatcher {
    private final WalletDecisions wallets;
    private final AccountStanding standing;
    private final PayoutSchedules schedules;
    private final SetPayoutScheduleDecoder setSchedule = new SetPayoutScheduleDecoder();
    private final ConfigurePayoutsDecoder configurePayouts = new ConfigurePayoutsDecoder();
    private final LimitDecisions limits;
    private final SetLimitsDecoder setLimits = new SetLimitsDecoder();
    private final ReviewPayoutDecoder review = new ReviewPayoutDecoder();
    private final CreateTransferDecoder createTransfer = new CreateTransferDecoder();
    private final CreateTopUpDecoder createTopUp = new CreateTopUpDecoder();
    private final MoveAccountDecoder moveAccount = new MoveAccountDecoder();

    WalletDispatcher(
            WalletDecisions wallets,
            AccountStanding standing,
            PayoutSchedules schedules,
            LimitDecisions limits) {
        this.wallets = wallets;
        this.standing = standing;
        this.schedules = schedules;
        this.limits = limits;
    }

    /** Decides one command; returns whether it was one of these. */
    boolean decide(
            DirectBuffer buffer, int offset, MessageHeaderDecoder header, Decision decision) {
        switch (header.templateId()) {
            case CreateTransferDecoder.TEMPLATE_ID ->
                    wallets.transfer(
                            createTransfer.wrapAndApplyHeader(buffer, offset, header), decision);
            case CreateTopUpDecoder.TEMPLATE_ID ->
                    wallets.topUp(createTopUp.wrapAndApplyHeader(buffer, offset, header), decision);
            case MoveAccountDecoder.TEMPLATE_ID ->
                    standing.decide(
                            moveAccount.wrapAndApplyHeader(buffer, offset, header), decision);
            case SetPayoutScheduleDecoder.TEMPLATE_ID ->
                    schedules.set(setSchedule.wrapAndApplyHeader(buffer, offset, header), decision);
            case ConfigurePayoutsDecoder.TEMPLATE_ID ->
                    schedules.configure(
                            configurePayouts.wrapAndApplyHeader(buffer, offset, header), decision);
            case SetLimitsDecoder.TEMPLATE_ID ->
                    limits.set(setLimits.wrapAndApplyHeader(buffer, offset, header), decision);
            case ReviewPayoutDecoder.TEMPLATE_ID ->
                    limits.review(review.wrapAndApplyHeader(buffer, offset, header), decision);
            default -> {
                return false;
            }
        }
        return true;
    }
}
