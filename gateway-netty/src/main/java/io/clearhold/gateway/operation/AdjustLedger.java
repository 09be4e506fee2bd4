package io.clearhold.gateway.operation;

import io.clearhold.core.approval.AdjustmentType;
import io.clearhold.core.book.AccountKind;
import io.clearhold.core.codec.AdjustLedgerEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.GatewaySettings;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.CharSpan;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.render.ResultRenderer.Form;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/ledger/adjustments}: the operator moves his own money, once two persons agree.
 */
final class AdjustLedger implements Operation.ThroughRing {
    static final JsonFields FIELDS =
            JsonFields.required("type", "amount", "currency")
                    .optional("account", "from", "method", "destination", "note");

    private static final JsonName DESTINATION = JsonName.of("destination");
    private static final JsonName METHOD = JsonName.of("method");
    private static final JsonName CHANNEL = JsonName.of("channel");
    private static final JsonName TOKEN = JsonName.of("token");
    private static final JsonName HOLDER = JsonName.of("holder");
    private static final JsonName NUMBER = JsonName.of("number");
    private static final JsonName BANK = JsonName.of("bank");
    private static final JsonName SCHEME = JsonName.of("scheme");

    /** What the request says besides its text. */
    private static final class Terms {
        private @Nullable AdjustmentType type;
        private long amount;
        private int currency;
        private long account;
        private @Nullable AccountKind from;
        private boolean hasMethod;
        private int channel;
        private boolean hasDestination;
    }

    private final GatewaySettings settings;

    AdjustLedger(GatewaySettings settings) {
        this.settings = settings;
    }

    @Override
    public Form form() {
        return Form.REQUESTED;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        BodyReader body = bench.body(request);
        JsonWriter text = request.text();
        Terms terms = new Terms();
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            read(field, terms, body, text);
        }
        AdjustmentType type = java.util.Objects.requireNonNull(terms.type);
        check(type, terms, body);
        putBankSide(type, terms, text);
        AdjustLedgerEncoder command = new AdjustLedgerEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.type((short) type.code())
                .source((short) source(type, terms))
                .channel((short) (usesBank(type) ? terms.channel : 0))
                .currency(terms.currency)
                .account(terms.account)
                .amount(terms.amount)
                .putText(text.array(), 0, text.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }

    private void read(int field, Terms terms, BodyReader body, JsonWriter text) {
        switch (field) {
            case 0 -> terms.type = type(body);
            case 1 -> terms.amount = body.amount();
            case 2 -> terms.currency = body.currency();
            case 3 -> terms.account = body.id(IdKind.ACCOUNT);
            case 4 -> terms.from = from(body);
            case 5 -> {
                MethodTerms method = new MethodTerms();
                method.read(body, settings, text);
                if (method.wallet() != 0) {
                    throw body.invalidMember("/method/wallet", "own funds come by a channel");
                }
                terms.hasMethod = true;
                terms.channel = method.channel();
            }
            case 6 -> {
                terms.hasDestination = true;
                TextFields.bankAccount(body, DESTINATION, text);
            }
            case 7 -> TextFields.string(body, TextFields.NOTE, 1, TextFields.NOTE_LIMIT, text);
            default -> throw new IllegalStateException("field " + field);
        }
    }

    private static void check(AdjustmentType type, Terms terms, BodyReader body) {
        if ((type == AdjustmentType.WRITE_OFF) != (terms.account != 0)) {
            throw body.invalidMember("/account", "names whose debt is written off, and only then");
        }
        if (type != AdjustmentType.WITHDRAWAL && terms.from != null) {
            throw body.invalidMember("/from", "belongs to a withdrawal");
        }
        if (type != AdjustmentType.WITHDRAWAL && terms.hasDestination) {
            throw body.invalidMember("/destination", "belongs to a withdrawal");
        }
        if (type != AdjustmentType.OWN_FUNDS && terms.hasMethod) {
            throw body.invalidMember("/method", "belongs to own funds");
        }
    }

    /** What the bank needs to know, where the request leaves it to us. */
    private void putBankSide(AdjustmentType type, Terms terms, JsonWriter text) {
        if (type == AdjustmentType.OWN_FUNDS && !terms.hasMethod) {
            terms.channel = settings.payoutChannel();
            text.name(METHOD).beginObject();
            text.member(CHANNEL, settings.channelName(terms.channel));
            text.member(TOKEN, "tok_success").endObject();
        }
        if (type == AdjustmentType.WITHDRAWAL) {
            terms.channel = settings.payoutChannel();
            if (!terms.hasDestination) {
                text.name(DESTINATION).beginObject();
                text.member(HOLDER, "operator").member(NUMBER, "OPERATOR");
                text.member(BANK, "operator").member(SCHEME, "own").endObject();
            }
        }
    }

    private static int source(AdjustmentType type, Terms terms) {
        if (type != AdjustmentType.WITHDRAWAL) {
            return 0;
        }
        AccountKind from = terms.from;
        return from == null ? AccountKind.OWN_FUNDS.code() : from.code();
    }

    private static boolean usesBank(AdjustmentType type) {
        return switch (type) {
            case OWN_FUNDS, WITHDRAWAL -> true;
            case RISK_RESERVE, WRITE_OFF -> false;
        };
    }

    private static AdjustmentType type(BodyReader body) {
        CharSpan name = body.text(1, 32);
        for (AdjustmentType type : AdjustmentType.values()) {
            if (type.label().contentEquals(name)) {
                return type;
            }
        }
        throw body.invalid("must be own_funds, withdrawal, risk_reserve or write_off");
    }

    private static AccountKind from(BodyReader body) {
        CharSpan name = body.text(1, 32);
        for (AccountKind kind : new AccountKind[] {AccountKind.OWN_FUNDS, AccountKind.FEES}) {
            if (kind.label().contentEquals(name)) {
                return kind;
            }
        }
        throw body.invalid("must be own_funds or fees");
    }
}
