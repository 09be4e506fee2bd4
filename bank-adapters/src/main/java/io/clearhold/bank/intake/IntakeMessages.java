package io.clearhold.bank.intake;

import io.clearhold.bank.engine.LedgerMessage;
import io.clearhold.core.codec.AgeMovementsEncoder;
import io.clearhold.core.codec.CompleteStatementEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.OpenStatementEncoder;
import io.clearhold.core.codec.OriginEncoder;
import io.clearhold.core.codec.PostStatementLineEncoder;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.proof.StatementFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/** Encodes the commands of an import. */
final class IntakeMessages {
    private IntakeMessages() {}

    static LedgerMessage open(
            int channel, StatementFormat format, long contentHigh, long contentLow, String text) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(512);
        OpenStatementEncoder command =
                new OpenStatementEncoder()
                        .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        system(command.origin());
        command.channel((short) channel)
                .format((short) format.code())
                .contentHigh(contentHigh)
                .contentLow(contentLow);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        command.putText(bytes, 0, bytes.length);
        return new LedgerMessage(buffer, command.limit());
    }

    static LedgerMessage line(long statement, StatementLine line) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(512);
        PostStatementLineEncoder command =
                new PostStatementLineEncoder()
                        .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        system(command.origin());
        command.statement(statement)
                .line(line.ordinal())
                .identityHigh(line.identityHigh())
                .identityLow(line.identityLow())
                .content(line.content())
                .side((short) line.side().code())
                .grossAmount(line.grossMinor())
                .fee(line.feeMinor())
                .currency(line.currency())
                .instruction(line.instruction())
                .statementDay(line.day());
        byte[] bytes = line.text().getBytes(StandardCharsets.UTF_8);
        command.putText(bytes, 0, bytes.length);
        return new LedgerMessage(buffer, command.limit());
    }

    /** {@code origin} as the caller gave it: its key is the key of the whole import. */
    static LedgerMessage complete(
            DirectBuffer origin,
            long statement,
            FirstPass pass,
            LinePosting posting,
            Findings findings) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(4096);
        CompleteStatementEncoder command =
                new CompleteStatementEncoder()
                        .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        buffer.putBytes(
                MessageHeaderEncoder.ENCODED_LENGTH, origin, 0, OriginEncoder.ENCODED_LENGTH);
        command.statement(statement)
                .lines(posting.lines() + pass.quarantined())
                .duplicates(posting.duplicates())
                .quarantined(pass.quarantined() + posting.quarantined());
        List<CoveredDays.Day> days = pass.days();
        CompleteStatementEncoder.DaysEncoder toDays = command.daysCount(days.size());
        for (CoveredDays.Day day : days) {
            toDays.next()
                    .currency(day.currency())
                    .day(day.day())
                    .opening(day.opening())
                    .closing(day.closing())
                    .complete((short) (day.complete() ? 1 : 0));
        }
        byte[] text = findings.members().getBytes(StandardCharsets.UTF_8);
        command.putText(text, 0, text.length);
        return new LedgerMessage(buffer, command.limit());
    }

    static LedgerMessage age(int channel, int currency, int atMost) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(128);
        AgeMovementsEncoder command =
                new AgeMovementsEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        system(command.origin());
        command.channel((short) channel).currency(currency).atMost(atMost);
        return new LedgerMessage(buffer, command.limit());
    }

    private static void system(OriginEncoder origin) {
        origin.role((short) Role.SYSTEM.code());
    }
}
