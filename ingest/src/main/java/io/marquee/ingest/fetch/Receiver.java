package io.marquee.ingest.fetch;

import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes what a server sends, and puts the file in its place once it is whole and right. Not thread-safe. */
final class Receiver {

    private final Remote remote;
    private final Path file;
    private final PartFile part;
    private final Transfer.Tools tools;
    private final Instant deadline;
    private final FetchProgress progress;
    private long most;

    Receiver(Remote remote, Path file, PartFile part, Transfer.Tools tools, FetchProgress progress) {
        this.remote = remote;
        this.file = file;
        this.part = part;
        this.tools = tools;
        this.deadline = tools.clock().instant().plus(tools.limits().total());
        this.progress = progress;
        this.most = part.size();
    }

    /** Adds the body to the part; if that makes it whole, finishes it. */
    Outcome<Boolean> receive(Reply reply) throws IOException, InterruptedException {
        long total = total();
        String name = file.getFileName().toString();
        try {
            Optional<List<ByteBuffer>> buffers =
                    reply.body().next(tools.limits().stall());
            while (buffers.isPresent()) {
                for (ByteBuffer buffer : buffers.get()) {
                    part.append(buffer);
                }
                requireTime();
                progress.at(name, part.size(), Math.max(0, total));
                buffers = reply.body().next(tools.limits().stall());
            }
        } catch (BrokenConnectionException e) {
            return broken(e.getMessage(), total);
        }
        return part.size() < total ? broken("it ended", total) : finish();
    }

    /** Checks size and checksum and puts the file in its place; begins anew if they are wrong. */
    Outcome<Boolean> finish() throws IOException, InterruptedException {
        long total = total();
        if (part.size() == 0) {
            return Outcome.again("the server sent an empty file");
        }
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

    /** A server that sends little now and then, but never nothing for long, would keep a run from ever ending. */
    private void requireTime() {
        if (tools.clock().instant().isAfter(deadline)) {
            throw new UserException(remote.shown() + " took longer than the limit of "
                    + tools.limits().total().toHours() + " h: run again to go on after the " + part.size()
                    + " bytes that are here, or allow more by --fetch-hours");
        }
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
