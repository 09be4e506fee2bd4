package io.clearhold.gateway.operation;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.MethodKind;
import io.clearhold.gateway.GatewaySettings;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.CharSpan;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;

/**
 * How a payment is paid: by a channel with its token, or from a wallet. The channel's part travels
 * as text too, for bank dispatch. Reused; confined to one thread.
 */
final class MethodTerms {
    static final JsonFields FIELDS = JsonFields.required().optional("channel", "token", "wallet");

    private static final JsonName METHOD = JsonName.of("method");
    private static final JsonName CHANNEL = JsonName.of("channel");
    private static final JsonName TOKEN = JsonName.of("token");
    private static final JsonName WALLET = JsonName.of("wallet");

    private MethodKind kind = MethodKind.NONE;
    private int channel;
    private long wallet;

    void reset() {
        kind = MethodKind.NONE;
        channel = 0;
        wallet = 0;
    }

    /** Reads the object that is the current value and appends it to {@code text}. */
    void read(BodyReader body, GatewaySettings settings, JsonWriter text) {
        reset();
        body.beginObject();
        text.name(METHOD).beginObject();
        boolean token = false;
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            switch (field) {
                case 0 -> {
                    CharSpan name = body.text(1, 32);
                    take(MethodKind.CHANNEL, body);
                    channel = settings.channelNumber(name);
                    text.member(CHANNEL, name);
                }
                case 1 -> {
                    token = true;
                    text.member(TOKEN, body.text(1, 255));
                }
                case 2 -> {
                    take(MethodKind.WALLET, body);
                    wallet = body.id(IdKind.ACCOUNT);
                    text.member(WALLET, IdKind.ACCOUNT, wallet);
                }
                default -> throw new IllegalStateException("field " + field);
            }
        }
        if (kind == MethodKind.NONE) {
            throw body.invalidMember("/method", "must have a channel or a wallet");
        }
        if (kind == MethodKind.WALLET && token) {
            throw body.invalidMember("/method/token", "belongs to a channel");
        }
        text.endObject();
    }

    short kindCode() {
        return (short) kind.code();
    }

    short channel() {
        return (short) channel;
    }

    long wallet() {
        return wallet;
    }

    private void take(MethodKind given, BodyReader body) {
        if (kind != MethodKind.NONE) {
            throw body.invalid("excludes the other of channel and wallet");
        }
        kind = given;
    }
}
