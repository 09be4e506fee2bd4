package io.clearhold.bank.sandbox.server;

import io.clearhold.bank.json.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** What a request gets. */
sealed interface BankAnswer {
    /** A status, JSON and the headers that sign it, if any. */
    record Reply(int status, String body, Map<String, String> headers) implements BankAnswer {}

    /** A document that is written as it is sent, so that it need not fit the memory. */
    record Document(String mediaType, Content content) implements BankAnswer {}

    /** Writes a document; it does not close the stream. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Nothing: the connection is held for a while, then closed. */
    record Silence() implements BankAnswer {}

    static Reply reply(int status, String body) {
        return new Reply(status, body, Map.of());
    }

    static Reply refusal(int status, String code, String detail) {
        return reply(status, new JsonText().text("code", code).text("detail", detail).object());
    }
}
