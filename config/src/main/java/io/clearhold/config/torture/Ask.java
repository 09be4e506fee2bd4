package io.clearhold.config.torture;

/** One write to the API, with the key under which it may be asked again. */
record Ask(String key, String path, String body) {}
