package io.clearhold.bank.sandbox.server;

import io.clearhold.bank.json.JsonText;
import java.util.Map;

/** What a request gets. */
sealed interface BankAnswer {
    /** A status, JSON and the headers that sign it, if any. */
    record Reply(int status, String body, Map<String, String> headers) implements BankAnswer {}

    /** Nothing: the connection is held for a while, then closed. */
    record Silence() implements BankAnswer {}

    static Reply reply(int status, String body) {
        return new Reply(status, body, Map.of());
    }

    static Reply refusal(int status, String code, String detail) {
        return reply(status, new JsonText().text("code", code).text("detail", detail).object());
    }
}
