package io.clearhold.gateway.operation;

import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.json.TextMembers;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a PATCH of an account changes: new values of members, removals, and within the metadata the
 * same for each key.
 */
final class AccountPatch {
    private static final List<JsonName> MEMBERS =
            List.of(
                    AccountText.NAME,
                    AccountText.REFERENCE,
                    AccountText.EMAIL,
                    AccountText.BANK_ACCOUNT);

    /** Members as JSON, without a removed one. */
    private final TextMembers changed = new TextMembers();

    private final JsonWriter text = new JsonWriter(512);

    /** Keys of metadata and their new values; null removes. */
    private final Map<String, @Nullable String> metadata = new LinkedHashMap<>();

    private boolean[] removed = new boolean[MEMBERS.size()];
    private boolean clearsMetadata;

    private AccountPatch() {}

    static AccountPatch read(BodyReader body) {
        AccountPatch patch = new AccountPatch();
        for (int field = body.nextField(UpdateAccount.FIELDS);
                field >= 0;
                field = body.nextField(UpdateAccount.FIELDS)) {
            patch.member(field, body);
        }
        patch.changed.wrap(patch.text.array(), 0, patch.text.length());
        return patch;
    }

    private void member(int field, BodyReader body) {
        if (body.isNull()) {
            switch (field) {
                case 0 -> throw body.invalid("cannot be removed");
                case 4 -> clearsMetadata = true;
                default -> removed[field] = true;
            }
            return;
        }
        switch (field) {
            case 0 -> TextFields.string(body, AccountText.NAME, 1, AccountText.NAME_LIMIT, text);
            case 1 ->
                    TextFields.string(
                            body, AccountText.REFERENCE, 1, AccountText.REFERENCE_LIMIT, text);
            case 2 -> TextFields.email(body, AccountText.EMAIL, text);
            case 3 -> TextFields.bankAccount(body, AccountText.BANK_ACCOUNT, text);
            case 4 -> metadata(body);
            default -> throw new IllegalStateException("field " + field);
        }
    }

    private void metadata(BodyReader body) {
        body.beginObject();
        for (String name = body.nextName(); name != null; name = body.nextName()) {
            if (metadata.containsKey(name)) {
                throw body.duplicate(name);
            }
            String value =
                    body.isNull() ? null : body.text(0, TextFields.METADATA_VALUE_LIMIT).toString();
            metadata.put(name, value);
        }
    }

    /** Writes the account's text after this patch; returns whether it has a bank account. */
    boolean merge(TextMembers present, JsonWriter out) {
        boolean hasBankAccount = false;
        for (int i = 0; i < MEMBERS.size(); i++) {
            JsonName name = MEMBERS.get(i);
            TextMembers source = changed.find(name) >= 0 ? changed : present;
            if (!removed[i] && source.find(name) >= 0) {
                source.copyOrNull(name, out);
                hasBankAccount |= name == AccountText.BANK_ACCOUNT;
            }
        }
        mergeMetadata(present, out);
        return hasBankAccount;
    }

    private void mergeMetadata(TextMembers present, JsonWriter out) {
        // Both sides in the escaped form that the text has, so that equal names are equal here.
        Map<String, String> merged = new LinkedHashMap<>();
        TextMembers stored = present.object(AccountText.METADATA, new TextMembers());
        if (stored != null && !clearsMetadata) {
            for (int i = 0; i < stored.count(); i++) {
                merged.put('"' + stored.rawName(i) + '"', stored.rawValue(i));
            }
        }
        metadata.forEach((name, value) -> {
            if (value == null) {
                merged.remove(quoted(name));
            } else {
                merged.put(quoted(name), quoted(value));
            }
        });
        if (merged.size() > TextFields.METADATA_LIMIT) {
            throw RequestRefused.field(
                    ProblemCode.INVALID_FIELD,
                    "/metadata",
                    "The account would have more than " + TextFields.METADATA_LIMIT + " keys.");
        }
        if (merged.isEmpty()) {
            return;
        }
        out.name(AccountText.METADATA).beginObject();
        merged.forEach((name, value) -> out.rawMember(name, value));
        out.endObject();
    }

    private static String quoted(String value) {
        return new JsonWriter(value.length() + 16).string(value).toString();
    }
}
