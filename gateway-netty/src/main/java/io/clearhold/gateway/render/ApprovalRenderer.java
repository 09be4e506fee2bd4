package io.clearhold.gateway.render;

import io.clearhold.core.approval.ApprovalKind;
import io.clearhold.core.approval.ApprovalNumber;
import io.clearhold.core.approval.ApprovalStatus;
import io.clearhold.core.codec.ApprovalResultDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.money.Currencies;
import io.clearhold.core.result.ResultCode;
import io.clearhold.gateway.GatewaySettings;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.json.TextMembers;
import java.util.List;

/** The object of an approval. Confined to one thread. */
final class ApprovalRenderer {
    private static final JsonName ACTION = JsonName.of("action");
    private static final JsonName SUBJECT = JsonName.of("subject");
    private static final JsonName STATUS = JsonName.of("status");
    private static final JsonName PARAMETERS = JsonName.of("parameters");
    private static final JsonName PROPOSED_BY = JsonName.of("proposed_by");
    private static final JsonName DECIDED_BY = JsonName.of("decided_by");
    private static final JsonName KEY = JsonName.of("key");
    private static final JsonName PERSON = JsonName.of("person");
    private static final JsonName REASON = JsonName.of("reason");
    private static final JsonName NOTE = JsonName.of("note");
    private static final JsonName FAILURE_CODE = JsonName.of("failure_code");
    private static final JsonName FAILURE_DETAIL = JsonName.of("failure_detail");
    private static final JsonName EXPIRES_AT = JsonName.of("expires_at");
    private static final JsonName DECIDED_AT = JsonName.of("decided_at");

    private final GatewaySettings settings;
    private final TextSource texts;

    ApprovalRenderer(GatewaySettings settings, TextSource texts) {
        this.settings = settings;
        this.texts = texts;
    }

    void write(ApprovalResultDecoder approval, JsonWriter out) {
        ApprovalKind kind = ApprovalKind.of(approval.kind());
        out.beginObject();
        ObjectHead.write(IdKind.APPROVAL, approval.approval(), "approval", out);
        out.member(ACTION, kind.label());
        out.member(SUBJECT, kind.subject(), approval.subject());
        out.member(STATUS, ApprovalStatus.of(approval.status()).label());
        parameters(kind, approval, out);
        person(PROPOSED_BY, approval.proposerKey(), approval.proposerSequence(), out);
        reason(approval.textSequence(), out);
        person(DECIDED_BY, approval.deciderKey(), approval.deciderSequence(), out);
        if (approval.deciderKey() == 0) {
            out.memberNull(NOTE);
        } else {
            texts.at(approval.decisionSequence()).copyOrNull(NOTE, out);
        }
        failure(approval, out);
        out.memberTime(EXPIRES_AT, approval.expiresAtMs());
        out.memberTime(DECIDED_AT, approval.decidedAtMs());
        ObjectHead.end(approval.sequence(), approval.createdAtMs(), out);
        out.endObject();
    }

    /** What was proposed, by the names that the kind gives its numbers. */
    private void parameters(ApprovalKind kind, ApprovalResultDecoder approval, JsonWriter out) {
        long[] values = {
            approval.first(),
            approval.second(),
            approval.third(),
            approval.fourth(),
            approval.fifth()
        };
        List<ApprovalNumber> numbers = kind.numbers();
        out.name(PARAMETERS).beginObject();
        for (int i = 0; i < numbers.size(); i++) {
            long value = values[i];
            ApprovalNumber number = numbers.get(i);
            switch (number) {
                case ApprovalNumber.Amount amount -> out.name(amount.name()).number(value);
                case ApprovalNumber.Currency currency ->
                        out.name(currency.name()).string(Currencies.code((int) value));
                case ApprovalNumber.Id id when value != 0 ->
                        out.name(id.name()).id(id.kind(), value);
                case ApprovalNumber.Name name when value != 0 ->
                        out.name(name.name()).string(name.label().apply((int) value));
                case ApprovalNumber.Channel channel when value != 0 ->
                        out.name(channel.name()).string(settings.channelName(value));
                case ApprovalNumber.Id _ -> {}
                case ApprovalNumber.Name _ -> {}
                case ApprovalNumber.Channel _ -> {}
            }
        }
        out.endObject();
    }

    private void person(JsonName name, long key, long sequence, JsonWriter out) {
        if (key == 0) {
            out.memberNull(name);
            return;
        }
        out.name(name).beginObject();
        texts.at(sequence).copyOrNull(PERSON, out);
        out.member(KEY, IdKind.KEY, key);
        out.endObject();
    }

    /** What the proposing command gave as its reason, or noted. */
    private void reason(long sequence, JsonWriter out) {
        TextMembers text = texts.at(sequence);
        int member = text.find(REASON);
        if (member < 0) {
            member = text.find(NOTE);
        }
        if (member < 0) {
            out.memberNull(REASON);
        } else {
            out.name(REASON).raw(text.array(), text.valueOffset(member), text.valueLength(member));
        }
    }

    private static void failure(ApprovalResultDecoder approval, JsonWriter out) {
        if (approval.failure() == 0) {
            out.memberNull(FAILURE_CODE);
            out.memberNull(FAILURE_DETAIL);
            return;
        }
        ResultCode code = ResultCode.of(approval.failure());
        out.member(FAILURE_CODE, code.code());
        out.member(FAILURE_DETAIL, code.detail(approval.failureFirst(), approval.failureSecond()));
    }
}
