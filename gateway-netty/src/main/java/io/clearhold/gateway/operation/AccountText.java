package io.clearhold.gateway.operation;

import io.clearhold.gateway.json.JsonName;

/** The members of an account's text. */
final class AccountText {
    static final JsonName NAME = JsonName.of("name");
    static final JsonName REFERENCE = JsonName.of("reference");
    static final JsonName EMAIL = JsonName.of("email");
    static final JsonName BANK_ACCOUNT = JsonName.of("bank_account");
    static final JsonName METADATA = JsonName.of("metadata");

    static final int NAME_LIMIT = 200;
    static final int REFERENCE_LIMIT = 64;

    private AccountText() {}
}
