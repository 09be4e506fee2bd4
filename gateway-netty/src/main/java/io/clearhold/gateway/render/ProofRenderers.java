package io.clearhold.gateway.render;

import io.clearhold.core.codec.BreakResultDecoder;
import io.clearhold.core.codec.StatementResultDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.money.Currencies;
import io.clearhold.core.proof.BreakAction;
import io.clearhold.core.proof.BreakResolution;
import io.clearhold.core.proof.BreakStatus;
import io.clearhold.core.proof.BreakType;
import io.clearhold.core.proof.EntrySide;
import io.clearhold.core.proof.StatementFormat;
import io.clearhold.core.proof.StatementStatus;
import io.clearhold.core.view.SettlementRow;
import io.clearhold.gateway.GatewaySettings;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.json.TextMembers;

/** Statements, breaks and settlements. Confined to one thread. */
final class ProofRenderers {
    private static final JsonName CHANNEL = JsonName.of("channel");
    private static final JsonName FORMAT = JsonName.of("format");
    private static final JsonName STATUS = JsonName.of("status");
    private static final JsonName LINES = JsonName.of("lines");
    private static final JsonName MATCHED = JsonName.of("matched");
    private static final JsonName BREAKS = JsonName.of("breaks");
    private static final JsonName DUPLICATES = JsonName.of("duplicates");
    private static final JsonName QUARANTINED = JsonName.of("quarantined");
    private static final JsonName MESSAGE_ID = JsonName.of("message_id");
    private static final JsonName FINDINGS = JsonName.of("findings");
    private static final JsonName TYPE = JsonName.of("type");
    private static final JsonName DIRECTION = JsonName.of("direction");
    private static final JsonName CURRENCY = JsonName.of("currency");
    private static final JsonName AMOUNT = JsonName.of("amount");
    private static final JsonName PAYMENT = JsonName.of("payment");
    private static final JsonName MOVEMENT = JsonName.of("movement");
    private static final JsonName REFUND = JsonName.of("refund");
    private static final JsonName PAYOUT = JsonName.of("payout");
    private static final JsonName TOPUP = JsonName.of("topup");
    private static final JsonName STATEMENT = JsonName.of("statement");
    private static final JsonName LINE = JsonName.of("line");
    private static final JsonName TREATMENT = JsonName.of("treatment");
    private static final JsonName RESOLUTION = JsonName.of("resolution");
    private static final JsonName ASSIGNED_TO = JsonName.of("assigned_to");
    private static final JsonName ACCOUNT = JsonName.of("account");
    private static final JsonName DATE = JsonName.of("date");

    private final GatewaySettings settings;
    private final TextSource texts;

    ProofRenderers(GatewaySettings settings, TextSource texts) {
        this.settings = settings;
        this.texts = texts;
    }

    void statement(StatementResultDecoder statement, JsonWriter out) {
        out.beginObject();
        ObjectHead.write(IdKind.STATEMENT, statement.statement(), "statement", out);
        out.member(CHANNEL, settings.channelName(statement.channel()));
        out.member(FORMAT, StatementFormat.of(statement.format()).label());
        out.member(STATUS, StatementStatus.of(statement.status()).label());
        out.member(LINES, statement.lines());
        out.member(MATCHED, statement.matched());
        out.member(BREAKS, statement.breaks());
        out.member(DUPLICATES, statement.duplicates());
        out.member(QUARANTINED, statement.quarantined());
        texts.at(statement.textSequence()).copyOrNull(MESSAGE_ID, out);
        findings(statement.findingsSequence(), out);
        ObjectHead.end(statement.sequence(), statement.createdAtMs(), out);
        out.endObject();
    }

    /** An empty list while the import goes on. */
    private void findings(long sequence, JsonWriter out) {
        TextMembers text = texts.findings(sequence);
        int member = text.find(FINDINGS);
        out.name(FINDINGS);
        if (member < 0) {
            out.beginArray().endArray();
        } else {
            out.raw(text.array(), text.valueOffset(member), text.valueLength(member));
        }
    }

    void unexplained(BreakResultDecoder found, JsonWriter out) {
        BreakType type = BreakType.of(found.type());
        out.beginObject();
        ObjectHead.write(IdKind.BREAK, found.id(), "break", out);
        out.member(TYPE, type.label());
        out.member(DIRECTION, EntrySide.of(found.direction()).label());
        out.member(CHANNEL, settings.channelName(found.channel()));
        out.member(CURRENCY, Currencies.code(found.currency()));
        out.member(AMOUNT, found.amount());
        out.member(STATUS, BreakStatus.of(found.status()).label());
        out.member(PAYMENT, IdKind.PAYMENT, found.payment());
        out.member(MOVEMENT, IdKind.INSTRUCTION, found.instruction());
        subject(found, out);
        out.member(STATEMENT, IdKind.STATEMENT, found.statement());
        if (found.line() == 0) {
            out.memberNull(LINE);
        } else {
            out.member(LINE, found.line());
        }
        out.member(TREATMENT, BreakAction.of(found.treatment()).label());
        if (found.assignedSequence() == 0) {
            out.memberNull(ASSIGNED_TO);
        } else {
            texts.at(found.assignedSequence()).copyOrNull(ASSIGNED_TO, out);
        }
        resolution(found, out);
        ObjectHead.end(found.sequence(), found.createdAtMs(), out);
        out.endObject();
    }

    /** What was done about it; a short break may also end by its line. */
    private static void resolution(BreakResultDecoder found, JsonWriter out) {
        if (found.status() == BreakStatus.OPEN.code()) {
            out.memberNull(RESOLUTION);
        } else {
            out.member(
                    RESOLUTION,
                    found.action() == 0
                            ? endOf(BreakType.of(found.type())).label()
                            : BreakAction.of(found.action()).label());
        }
    }

    /** How it ended by itself: short breaks by their lines, others by the verdict. */
    private static BreakResolution endOf(BreakType type) {
        return type == BreakType.MISSING
                ? BreakResolution.LINE_CAME
                : BreakResolution.CHARGEBACK_WON;
    }

    /**
     * The refund, payout or top-up that the movement serves; a collection serves the payment
     * itself.
     */
    private static void subject(BreakResultDecoder found, JsonWriter out) {
        boolean refund = found.subjectKind() == InstructionKind.REFUND.code();
        boolean payout = found.subjectKind() == InstructionKind.PAYOUT.code();
        out.member(REFUND, IdKind.REFUND, refund ? found.subject() : 0);
        out.member(PAYOUT, IdKind.PAYOUT, payout ? found.subject() : 0);
        boolean topUp = found.subjectKind() == InstructionKind.TOPUP.code();
        out.member(TOPUP, IdKind.TOPUP, topUp ? found.subject() : 0);
    }

    static void settlement(SettlementRow settlement, JsonWriter out) {
        out.beginObject();
        ObjectHead.write(IdKind.SETTLEMENT, settlement.id(), "settlement", out);
        out.member(ACCOUNT, IdKind.ACCOUNT, settlement.account());
        out.member(DATE, SettlementDocument.date(settlement));
        out.member(STATUS, "ready");
        ObjectHead.end(settlement.throughSequence(), settlement.createdAtMs(), out);
        out.endObject();
    }
}
