package io.clearhold.gateway.operation;

import io.clearhold.core.codec.SetLimitsEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.RiskAction;
import io.clearhold.core.lifecycle.RiskOperation;
import io.clearhold.core.lifecycle.RiskRule;
import io.clearhold.core.money.Currencies;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.CharSpan;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/** Rules as a request names them, written into its text as they will be shown. */
final class LimitRules {
    static final JsonFields RULE =
            JsonFields.required("on")
                    .optional(
                            "action",
                            "currency",
                            "max_amount",
                            "max_per_day",
                            "max_count",
                            "window_seconds");

    /** As their fields stand in a rule, the first of them fourth. */
    private static final List<RiskRule> MEASURES =
            List.of(RiskRule.MAX_AMOUNT, RiskRule.MAX_PER_DAY, RiskRule.MAX_COUNT);

    private static final int MOST = 100;
    private static final long MOST_SECONDS = 366L * 24 * 3600;
    private static final int SHOWN = 4;
    private static final JsonName RULES = JsonName.of("rules");
    private static final JsonName ON = JsonName.of("on");
    private static final JsonName ACTION = JsonName.of("action");
    private static final JsonName CURRENCY = JsonName.of("currency");
    private static final JsonName WINDOW_SECONDS = JsonName.of("window_seconds");
    private static final JsonName BLOCKED_ACCOUNTS = JsonName.of("blocked_accounts");
    private static final JsonName BLOCKED_DESTINATIONS = JsonName.of("blocked_destinations");

    private record Rule(
            RiskOperation operation,
            RiskRule kind,
            RiskAction action,
            int currency,
            long value,
            long windowMs) {}

    private final List<Rule> rules = new ArrayList<>();
    private final JsonWriter text;
    private final Digests digests;

    LimitRules(JsonWriter text, Digests digests) {
        this.text = text;
        this.digests = digests;
    }

    int count() {
        return rules.size();
    }

    void put(SetLimitsEncoder.RulesEncoder group) {
        for (Rule rule : rules) {
            group.next()
                    .operation((short) rule.operation().code())
                    .kind((short) rule.kind().code())
                    .action((short) rule.action().code())
                    .currency(rule.currency())
                    .value(rule.value())
                    .windowMs(rule.windowMs());
        }
    }

    void readRules(BodyReader body) {
        text.name(RULES).beginArray();
        body.beginArray();
        while (body.nextObject()) {
            Rule rule = readRule(body);
            add(rule, body);
            show(rule);
        }
        text.endArray();
    }

    void readAccounts(BodyReader body) {
        text.name(BLOCKED_ACCOUNTS).beginArray();
        body.beginArray();
        while (body.nextElement()) {
            long account = body.id(IdKind.ACCOUNT);
            add(blocks(RiskRule.BLOCKED_ACCOUNT, account), body);
            text.id(IdKind.ACCOUNT, account);
        }
        text.endArray();
    }

    /** Numbers are known by a keyed hash, and shown by their end alone. */
    void readDestinations(BodyReader body) {
        text.name(BLOCKED_DESTINATIONS).beginArray();
        body.beginArray();
        while (body.nextElement()) {
            String number = body.text(4, 64).toString();
            long hash = BankAccountHashes.ofNumber(number, digests);
            add(blocks(RiskRule.BLOCKED_DESTINATION, hash), body);
            String end = number.length() > SHOWN ? number.substring(number.length() - SHOWN) : "";
            text.string("****" + end);
        }
        text.endArray();
    }

    private Rule readRule(BodyReader body) {
        RiskOperation operation = RiskOperation.ANY;
        RiskAction action = RiskAction.REFUSE;
        RiskRule kind = null;
        int currency = 0;
        long value = 0;
        long seconds = 0;
        String at = body.pointer();
        for (int field = body.nextField(RULE); field >= 0; field = body.nextField(RULE)) {
            switch (field) {
                case 0 -> operation = operation(body);
                case 1 -> action = action(body);
                case 2 -> currency = body.currency();
                case 3, 4, 5 -> {
                    if (kind != null) {
                        throw body.invalid("is the second measure of one rule");
                    }
                    kind = MEASURES.get(field - 3);
                    value = body.integer(0, Long.MAX_VALUE);
                }
                case 6 -> seconds = body.integer(1, MOST_SECONDS);
                default -> throw new IllegalStateException("field " + field);
            }
        }
        if (kind == null) {
            throw body.invalidMember(at, "must have max_amount, max_per_day or max_count");
        }
        boolean counts = kind == RiskRule.MAX_COUNT;
        if (counts != (seconds > 0)) {
            throw body.invalidMember(at, "must have window_seconds with max_count, and only then");
        }
        if (!counts && currency == 0) {
            throw body.invalidMember(at, "must have a currency, since it limits amounts");
        }
        return new Rule(operation, kind, action, currency, value, seconds * 1_000);
    }

    private void show(Rule rule) {
        text.beginObject();
        text.member(ON, rule.operation().label());
        text.member(ACTION, rule.action().label());
        if (rule.currency() != 0) {
            text.member(CURRENCY, Currencies.code(rule.currency()));
        }
        text.name(rule.kind().label()).number(rule.value());
        if (rule.windowMs() != 0) {
            text.member(WINDOW_SECONDS, rule.windowMs() / 1_000);
        }
        text.endObject();
    }

    private void add(Rule rule, BodyReader body) {
        if (rules.size() == MOST) {
            throw body.invalid("makes more than " + MOST + " rules");
        }
        rules.add(rule);
    }

    private static Rule blocks(RiskRule kind, long value) {
        return new Rule(RiskOperation.ANY, kind, RiskAction.REFUSE, 0, value, 0);
    }

    private static RiskOperation operation(BodyReader body) {
        CharSpan name = body.text(1, 16);
        for (RiskOperation operation : RiskOperation.values()) {
            if (operation.label().contentEquals(name)) {
                return operation;
            }
        }
        throw body.invalid("must be any, payment, payout, transfer or topup");
    }

    private static RiskAction action(BodyReader body) {
        CharSpan name = body.text(1, 16);
        for (RiskAction action : List.of(RiskAction.FLAG, RiskAction.HOLD, RiskAction.REFUSE)) {
            if (action.label().contentEquals(name)) {
                return action;
            }
        }
        throw body.invalid("must be flag, hold or refuse");
    }
}
