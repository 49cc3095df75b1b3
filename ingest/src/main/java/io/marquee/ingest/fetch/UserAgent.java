package io.marquee.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** By what servers know who asks. */
final class UserAgent {

    private UserAgent() {}

    /** Such as {@code Marquee/1.0.0 (films@example.org) Java/17.0.15}. */
    static String of(String contact) {
        String about =
                contact.isBlank() ? "a pipeline of films and their pages" : contact.replaceAll("[^ -~]|[()]", " ");
        return "Marquee/" + version() + " (" + about.trim() + ") Java/" + System.getProperty("java.version");
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream stream = UserAgent.class.getResourceAsStream("version.properties")) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
