package org.shuqi.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which release this is, and what it runs on. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "shuqi " + number(), "Java " + Runtime.version() + ", " + System.getProperty("java.vendor", "?")
        };
    }

    /** The release, as the jar says; {@code dev} when run from classes. */
    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("dev");
    }
}
