package io.clearhold.gateway.operation;

import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.money.Amounts;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;

/** A fee: an amount, or basis points with bounds. Reused; confined to one thread. */
final class FeeTerms {
    static final JsonFields FIELDS = JsonFields.required().optional("amount", "bps", "min", "max");

    private ShareKind kind = ShareKind.NONE;
    private long value;
    private long min;
    private long max;

    void reset() {
        kind = ShareKind.NONE;
        value = 0;
        min = 0;
        max = 0;
    }

    /**
     * Reads the members of the object that the reader is in.
     *
     * @param pointer of that object
     */
    void read(BodyReader body, String pointer) {
        reset();
        boolean bounded = false;
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            switch (field) {
                case 0 -> take(ShareKind.AMOUNT, body.integer(0, Long.MAX_VALUE), body);
                case 1 -> take(ShareKind.BPS, body.integer(0, Amounts.BPS_WHOLE), body);
                case 2 -> {
                    min = body.integer(0, Long.MAX_VALUE);
                    bounded = true;
                }
                case 3 -> {
                    max = body.amount();
                    bounded = true;
                }
                default -> throw new IllegalStateException("field " + field);
            }
        }
        if (kind == ShareKind.NONE) {
            throw body.invalidMember(pointer, "must have an amount or bps");
        }
        if (kind == ShareKind.AMOUNT && bounded) {
            throw body.invalidMember(pointer, "may have min and max only with bps");
        }
        if (max > 0 && min > max) {
            throw body.invalidMember(pointer + "/min", "must not be more than max");
        }
    }

    short kindCode() {
        return (short) kind.code();
    }

    long value() {
        return value;
    }

    long min() {
        return min;
    }

    long max() {
        return max;
    }

    private void take(ShareKind given, long number, BodyReader body) {
        if (kind != ShareKind.NONE) {
            throw body.invalid("excludes the other of amount and bps");
        }
        kind = given;
        value = number;
    }
}
