package io.marquee.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** Files that come with the program. */
final class Resources {

    private Resources() {}

    static String text(String path) throws IOException {
        try (InputStream stream = Resources.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new FileNotFoundException(path);
            }
            return new String(stream.readAllBytes(), UTF_8);
        }
    }
}
