package io.clearhold.gateway.operation;

import io.clearhold.core.codec.CreatePaymentEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.money.Amounts;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;

/**
 * The parts of a new payment that come in no fixed order and are encoded after the rest: fee and
 * splits. Reused; confined to one thread.
 */
final class PaymentTerms {
    static final int SPLIT_LIMIT = 50;
    static final JsonFields SPLIT = JsonFields.required("account").optional("amount", "bps");

    private static final JsonName SPLITS = JsonName.of("splits");
    private static final JsonName ACCOUNT = JsonName.of("account");
    private static final JsonName AMOUNT = JsonName.of("amount");
    private static final JsonName BPS = JsonName.of("bps");

    final CreatePaymentEncoder command = new CreatePaymentEncoder();
    final FeeTerms fee = new FeeTerms();
    final MethodTerms method = new MethodTerms();
    final Milestones milestones = new Milestones();
    private final long[] accounts = new long[SPLIT_LIMIT];
    private final ShareKind[] kinds = new ShareKind[SPLIT_LIMIT];
    private final long[] values = new long[SPLIT_LIMIT];
    private int splits;

    void reset() {
        fee.reset();
        method.reset();
        milestones.reset();
        splits = 0;
    }

    /** Reads the array of splits, and writes them into the text as well. */
    void readSplits(BodyReader body, JsonWriter text) {
        readSplits(body);
        text.name(SPLITS).beginArray();
        for (int i = 0; i < splits; i++) {
            text.beginObject().member(ACCOUNT, IdKind.ACCOUNT, accounts[i]);
            text.member(kinds[i] == ShareKind.BPS ? BPS : AMOUNT, values[i]);
            text.endObject();
        }
        text.endArray();
    }

    /** Reads the array of splits. */
    void readSplits(BodyReader body) {
        body.beginArray();
        while (body.nextObject()) {
            if (splits == SPLIT_LIMIT) {
                throw body.invalidMember("/splits", "may have " + SPLIT_LIMIT + " splits");
            }
            readSplit(body);
            splits++;
        }
    }

    void putSplits(CreatePaymentEncoder.SplitsEncoder group) {
        for (int i = 0; i < splits; i++) {
            group.next().account(accounts[i]).kind((short) kinds[i].code()).value(values[i]);
        }
    }

    void putMilestones(CreatePaymentEncoder.MilestonesEncoder group) {
        for (int i = 0; i < milestones.count(); i++) {
            group.next().name(milestones.name(i)).amount(milestones.amount(i));
        }
    }

    int splitCount() {
        return splits;
    }

    long splitAccount(int i) {
        return accounts[i];
    }

    short splitKind(int i) {
        return (short) kinds[i].code();
    }

    long splitValue(int i) {
        return values[i];
    }

    private void readSplit(BodyReader body) {
        ShareKind kind = ShareKind.NONE;
        for (int field = body.nextField(SPLIT); field >= 0; field = body.nextField(SPLIT)) {
            if (field > 0 && kind != ShareKind.NONE) {
                throw body.invalid("excludes the other of amount and bps");
            }
            switch (field) {
                case 0 -> accounts[splits] = body.id(IdKind.ACCOUNT);
                case 1 -> {
                    kind = ShareKind.AMOUNT;
                    values[splits] = body.amount();
                }
                case 2 -> {
                    kind = ShareKind.BPS;
                    values[splits] = body.integer(1, Amounts.BPS_WHOLE);
                }
                default -> throw new IllegalStateException("field " + field);
            }
        }
        if (kind == ShareKind.NONE) {
            throw body.invalid("must have an amount or bps");
        }
        kinds[splits] = kind;
    }
}
