package io.clearhold.bench.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the sandbox writes for whoever tries it: keys and accounts. */
record SandboxKeys(String platformKey, String operatorKey, String merchant, String buyer) {
    static SandboxKeys read(Path file) throws IOException {
        Map<String, String> texts = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    texts.put(parser.currentName(), parser.getText());
                }
            }
        }
        return new SandboxKeys(
                value(texts, "platform_key"),
                value(texts, "operator_key"),
                value(texts, "merchant_account"),
                value(texts, "buyer_account"));
    }

    private static String value(Map<String, String> texts, String name) throws IOException {
        String value = texts.get(name);
        if (value == null) {
            throw new IOException("the sandbox's keys have no " + name);
        }
        return value;
    }
}
