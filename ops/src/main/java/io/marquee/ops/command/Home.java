package io.marquee.ops.command;

import io.marquee.ops.stack.StackOptions;
import io.marquee.settings.UserException;
import java.nio.file.Path;

/** Where the program is installed, as the script {@code marquee} tells it. */
final class Home {

    private Home() {}

    /** The folder with the program. */
    static Path path() {
        return Path.of(property("marquee.home"));
    }

    /** The sample's films. */
    static String sampleFilms() {
        return path().resolve("ops/sample/movies.zip").toString();
    }

    /** The sample's pages. */
    static String samplePages() {
        return path().resolve("ops/sample/enwiki-abstract.xml.gz").toString();
    }

    /** A stack on a data directory. */
    static StackOptions stack(Path data, int partitions) {
        return new StackOptions(
                data, path().resolve(".marquee/cache"), Path.of(property("marquee.plugins")), partitions);
    }

    /** Whether progress can be drawn. */
    static boolean isTerminal() {
        return Boolean.getBoolean("marquee.terminal");
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new UserException("the program does not know where it is installed: start it by the script marquee");
        }
        return value;
    }
}
