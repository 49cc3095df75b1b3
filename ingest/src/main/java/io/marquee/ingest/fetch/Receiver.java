package io.marquee.ingest.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes what a server sends, and puts the file in its place once it is whole and right. Not thread-safe. */
final class Receiver {

    private final Remote remote;
    private final Path file;
    private final PartFile part;
    private final Duration stall;
    private final FetchProgress progress;
    private long most;

    Receiver(Remote remote, Path file, PartFile part, Duration stall, FetchProgress progress) {
        this.remote = remote;
        this.file = file;
        this.part = part;
        this.stall = stall;
        this.progress = progress;
        this.most = part.size();
    }

    /** Adds the body to the part; if that makes it whole, finishes it. */
    Outcome<Boolean> receive(Reply reply) throws IOException, InterruptedException {
        long total = total();
        String name = file.getFileName().toString();
        try {
            Optional<List<ByteBuffer>> buffers = reply.body().next(stall);
            while (buffers.isPresent()) {
                for (ByteBuffer buffer : buffers.get()) {
                    part.append(buffer);
                }
                progress.at(name, part.size(), Math.max(0, total));
                buffers = reply.body().next(stall);
            }
        } catch (BrokenConnectionException e) {
            return broken(e.getMessage(), total);
        }
        return part.size() < total ? broken("it ended", total) : finish();
    }

    /** Checks size and checksum and puts the file in its place; begins anew if they are wrong. */
    Outcome<Boolean> finish() throws IOException, InterruptedException {
        long total = total();
        if (total >= 0 && part.size() != total) {
            String reason = "it has " + part.size() + " bytes, where " + total + " are announced";
            part.discard();
            return Outcome.again(reason);
        }
        Optional<Checksum> checksum = remote.checksum().or(() -> part.sidecar().flatMap(Sidecar::checksum));
        if (checksum.isPresent() && !checksum.get().holds(part.path())) {
            part.discard();
            return Outcome.again("its " + checksum.get().algorithm() + " is not the one that is announced");
        }
        part.publish(file);
        return new Outcome.Done<>(true);
    }

    /** Bytes of the whole file, or -1 if nobody says. */
    private long total() {
        Long said = part.sidecar().orElseThrow().size();
        return remote.size().orElse(said == null ? -1 : said);
    }

    private Outcome<Boolean> broken(String what, long total) {
        // What is fetched a second time, because it had to begin anew, is no progress.
        boolean fruitful = part.size() > most;
        most = Math.max(most, part.size());
        String reason = what + " after " + part.size() + (total < 0 ? "" : " of " + total) + " bytes";
        return new Outcome.Again<>(reason, Optional.empty(), fruitful);
    }
}
