package io.clearhold.gateway;

/** What this build is, for {@code /version}. */
public record VersionInfo(String version, String revision) {}
