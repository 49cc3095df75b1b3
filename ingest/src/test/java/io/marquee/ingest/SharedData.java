package io.marquee.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the large data that lies beside the repository and is no part of it; tests without it are skipped aloud. */
public final class SharedData {

    private SharedData() {}

    /** The file {@code ../shared/data/…} beside the repository. */
    public static Path require(String relative) {
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !Files.exists(root.resolve(".mvn"))) {
            root = root.getParent();
        }
        Path data = root == null
                ? null
                : root.resolveSibling("shared").resolve("data").resolve(relative);
        boolean there = data != null && Files.isReadable(data);
        if (!there) {
            System.out.println("SKIPPED: there is no " + data + ", so the readers are not tried on real data");
        }
        Assumptions.assumeTrue(there, "there is no " + data);
        return data;
    }
}
