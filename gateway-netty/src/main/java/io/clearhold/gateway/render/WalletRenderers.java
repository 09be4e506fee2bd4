package io.clearhold.gateway.render;

import io.clearhold.core.codec.LimitsResultDecoder;
import io.clearhold.core.codec.TopUpResultDecoder;
import io.clearhold.core.codec.TransferResultDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.TopUpStatus;
import io.clearhold.core.money.Currencies;
import io.clearhold.gateway.GatewaySettings;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.json.TextMembers;

/** The objects of transfers and top-ups. Confined to one thread. */
final class WalletRenderers {
    private static final JsonName FROM = JsonName.of("from");
    private static final JsonName TO = JsonName.of("to");
    private static final JsonName ACCOUNT = JsonName.of("account");
    private static final JsonName AMOUNT = JsonName.of("amount");
    private static final JsonName CURRENCY = JsonName.of("currency");
    private static final JsonName STATUS = JsonName.of("status");
    private static final JsonName REFERENCE = JsonName.of("reference");
    private static final JsonName CHANNEL = JsonName.of("channel");
    private static final JsonName OBJECT = JsonName.of("object");
    private static final JsonName KEY = JsonName.of("key");
    private static final JsonName RULES = JsonName.of("rules");
    private static final JsonName BLOCKED_ACCOUNTS = JsonName.of("blocked_accounts");
    private static final JsonName BLOCKED_DESTINATIONS = JsonName.of("blocked_destinations");
    private static final JsonName SEQUENCE = JsonName.of("sequence");
    private static final JsonName FAILURE = JsonName.of("failure");

    private final GatewaySettings settings;
    private final TextSource texts;

    WalletRenderers(GatewaySettings settings, TextSource texts) {
        this.settings = settings;
        this.texts = texts;
    }

    /** A transfer happens at once or not at all, so its status is always the same. */
    void transfer(TransferResultDecoder transfer, JsonWriter out) {
        TextMembers text = texts.at(transfer.sequence());
        out.beginObject();
        ObjectHead.write(IdKind.TRANSFER, transfer.transfer(), "transfer", out);
        out.member(FROM, IdKind.ACCOUNT, transfer.from());
        out.member(TO, IdKind.ACCOUNT, transfer.to());
        out.member(AMOUNT, transfer.amount());
        out.member(CURRENCY, Currencies.code(transfer.currency()));
        out.member(STATUS, "succeeded");
        text.copyOrNull(REFERENCE, out);
        ObjectHead.metadata(text, out);
        ObjectHead.end(transfer.sequence(), transfer.createdAtMs(), out);
        out.endObject();
    }

    /** Rules as they were set; empty lists where none were. */
    void limits(LimitsResultDecoder limits, JsonWriter out) {
        TextMembers text = texts.at(limits.textSequence());
        boolean ofKey = limits.ownerKind() == IdKind.KEY.code();
        out.beginObject();
        out.member(OBJECT, "limits");
        out.member(ACCOUNT, IdKind.ACCOUNT, ofKey ? 0 : limits.owner());
        out.member(KEY, IdKind.KEY, ofKey ? limits.owner() : 0);
        list(RULES, text, out);
        list(BLOCKED_ACCOUNTS, text, out);
        list(BLOCKED_DESTINATIONS, text, out);
        out.name(SEQUENCE).quoted(limits.sequence());
        out.endObject();
    }

    private static void list(JsonName name, TextMembers text, JsonWriter out) {
        int member = text.find(name);
        out.name(name);
        if (member < 0) {
            out.beginArray().endArray();
        } else {
            out.raw(text.array(), text.valueOffset(member), text.valueLength(member));
        }
    }

    void topUp(TopUpResultDecoder topUp, JsonWriter out) {
        TextMembers text = texts.at(topUp.textSequence());
        out.beginObject();
        ObjectHead.write(IdKind.TOPUP, topUp.topUp(), "topup", out);
        out.member(ACCOUNT, IdKind.ACCOUNT, topUp.account());
        out.member(AMOUNT, topUp.amount());
        out.member(CURRENCY, Currencies.code(topUp.currency()));
        out.member(STATUS, TopUpStatus.of(topUp.status()).label());
        out.member(CHANNEL, settings.channelName(topUp.channel()));
        Failures.member(FAILURE, topUp.failure(), out);
        ObjectHead.metadata(text, out);
        ObjectHead.end(topUp.sequence(), topUp.createdAtMs(), out);
        out.endObject();
    }
}
