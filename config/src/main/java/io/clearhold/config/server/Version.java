package io.clearhold.config.server;

import io.clearhold.gateway.VersionInfo;
import org.jspecify.annotations.Nullable;

/** What this build is, from the jar's manifest. */
public final class Version {
    private Version() {}

    /** Version and revision; "unpackaged" and "unknown" when run from classes. */
    public static VersionInfo info() {
        Package jar = Version.class.getPackage();
        return new VersionInfo(
                orElse(jar.getImplementationVersion(), "unpackaged"),
                orElse(jar.getSpecificationVersion(), "unknown"));
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
