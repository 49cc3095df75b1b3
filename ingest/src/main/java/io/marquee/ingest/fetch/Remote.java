package io.marquee.ingest.fetch;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * One file elsewhere.
 *
 * @param shown its location, without secrets
 * @param file where it is kept, below the directory for downloads
 * @param target made anew for each request: a signature may last for a short time only
 * @param size bytes, where that is known without asking the server
 * @param checksum where it is known without asking the server
 * @param refusal puts into words that the server does not give it
 * @param entityTagIsMd5 whether an ETag of 32 hexadecimal digits is the MD5 of the content
 */
record Remote(
        String shown,
        Path file,
        Supplier<Target> target,
        OptionalLong size,
        Optional<Checksum> checksum,
        Refusal refusal,
        boolean entityTagIsMd5) {

    /** Puts into words that a server does not give a file. */
    @FunctionalInterface
    interface Refusal {

        /** What is wrong and the remedy, to follow the location, such as {@code is not there (404): check it}. */
        String explain(Reply reply);
    }
}
