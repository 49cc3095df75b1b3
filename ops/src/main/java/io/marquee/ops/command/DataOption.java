package io.marquee.ops.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that every verb has. */
final class DataOption {

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Folder of all state, which lasts between runs (default: .marquee/data beside the program).")
    private Path directory;

    /** The folder. */
    Path path() {
        return (directory == null ? Home.path().resolve(".marquee/data") : directory)
                .toAbsolutePath()
                .normalize();
    }
}
