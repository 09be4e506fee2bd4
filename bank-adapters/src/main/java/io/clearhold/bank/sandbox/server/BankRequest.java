package io.clearhold.bank.sandbox.server;

import java.util.Map;

/**
 * A request as the doors see it.
 *
 * @param path without query
 * @param query decoded parameters
 * @param headers names in lower case
 */
record BankRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        String body) {}
