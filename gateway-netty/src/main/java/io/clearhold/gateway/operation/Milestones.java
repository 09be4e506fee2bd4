package io.clearhold.gateway.operation;

import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.CharSpan;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;

/**
 * The milestones of new terms. Their names travel in the text, {@code
 * "milestones":{"Design":3000}}; the ledger knows them by a keyed hash. Reused; confined to one
 * thread.
 */
final class Milestones {
    static final int LIMIT = 20;
    static final int NAME_LIMIT = 40;
    static final JsonName MEMBER = JsonName.of("milestones");
    static final JsonFields FIELDS = JsonFields.required("name", "amount");

    private final long[] names = new long[LIMIT];
    private final long[] amounts = new long[LIMIT];
    private int count;

    void reset() {
        count = 0;
    }

    int count() {
        return count;
    }

    long name(int i) {
        return names[i];
    }

    long amount(int i) {
        return amounts[i];
    }

    /** Reads the array, and writes the names into the text. */
    void read(BodyReader body, Digests digests, JsonWriter text) {
        count = 0;
        body.beginArray();
        text.name(MEMBER).beginObject();
        while (body.nextObject()) {
            if (count == LIMIT) {
                throw body.invalidMember("/milestones", "may have " + LIMIT + " milestones");
            }
            readOne(body, digests, text);
            count++;
        }
        text.endObject();
        if (count == 0) {
            throw body.invalidMember("/milestones", "must have at least one milestone");
        }
    }

    /** The keyed hash of the name that the reader stands at, never 0. */
    static long name(BodyReader body, Digests digests) {
        return digests.milestone(body.text(1, NAME_LIMIT).toString());
    }

    private void readOne(BodyReader body, Digests digests, JsonWriter text) {
        String name = "";
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            switch (field) {
                case 0 -> {
                    CharSpan given = body.text(1, NAME_LIMIT);
                    name = given.toString();
                    names[count] = digests.milestone(name);
                }
                case 1 -> amounts[count] = body.amount();
                default -> throw new IllegalStateException("field " + field);
            }
        }
        text.name(name).number(amounts[count]);
    }
}
