package io.clearhold.ledger.projection.fact;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.ReserveReleasedDecoder;
import io.clearhold.core.codec.ReserveSetDecoder;
import io.clearhold.ledger.projection.row.TableChanges;
import org.agrona.DirectBuffer;

/** What events of reserves mean for the table accounts. */
final class ClawbackEvents {
    private final TableChanges accounts;
    private final PartyLookup parties;
    private final FrameView frame;
    private final ReserveSetDecoder reserveSet = new ReserveSetDecoder();
    private final ReserveReleasedDecoder reserveReleased = new ReserveReleasedDecoder();
    private long subject;

    ClawbackEvents(TableChanges accounts, PartyLookup parties, FrameView frame) {
        this.accounts = accounts;
        this.parties = parties;
        this.frame = frame;
    }

    /** The account of the event that was taken last. */
    long subject() {
        return subject;
    }

    /** Who may see the event that was taken last. */
    Parties parties() {
        return parties.of(subject);
    }

    /** Whether the event is one of these. */
    static boolean isOne(int template) {
        return template == ReserveSetDecoder.TEMPLATE_ID
                || template == ReserveReleasedDecoder.TEMPLATE_ID;
    }

    /** Takes one event; returns whether it was one of these. */
    boolean take(DirectBuffer buffer, int offset, MessageHeaderDecoder header, JsonFacts facts) {
        switch (header.templateId()) {
            case ReserveSetDecoder.TEMPLATE_ID -> {
                reserveSet.wrapAndApplyHeader(buffer, offset, header);
                subject = reserveSet.account();
                accounts.change(subject)
                        .set(AccountColumns.RESERVE_BPS, reserveSet.bps())
                        .set(AccountColumns.RESERVE_DAYS, reserveSet.days())
                        .set(AccountColumns.LAST_SEQUENCE, frame.sequence());
                facts.number("bps", reserveSet.bps()).number("days", reserveSet.days());
            }
            case ReserveReleasedDecoder.TEMPLATE_ID -> {
                reserveReleased.wrapAndApplyHeader(buffer, offset, header);
                subject = reserveReleased.account();
                facts.amount(reserveReleased.amount(), reserveReleased.currency())
                        .number("debt_repaid", reserveReleased.debt());
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
