package io.marquee.ingest.fetch;

import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Attempts to fetch one file; each attempt goes on where the one before broke off. Not thread-safe. */
final class Transfer {

    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    private final Remote remote;
    private final Path file;
    private final PartFile part;
    private final Optional<StoredFile> stored;
    private final Tools tools;
    private final Receiver receiver;

    Transfer(Remote remote, Path file, PartFile part, Tools tools, FetchProgress progress) {
        this.remote = remote;
        this.file = file;
        this.part = part;
        this.stored = StoredFile.at(file);
        this.tools = tools;
        this.receiver = new Receiver(remote, file, part, tools, progress);
    }

    /** What all transfers share. */
    record Tools(Web web, FetchLimits limits, Clock clock, FreeSpace space) {}

    /**
     * Makes one attempt. It is done with whether the file is another than before.
     *
     * @throws UserException if no other attempt can do better
     * @throws IOException for this machine's disk
     */
    Outcome<Boolean> attempt() throws IOException, InterruptedException {
        boolean resumes = resumes();
        try (Reply reply = tools.web().get(remote.shown(), remote.target().get(), headers(resumes))) {
            return switch (reply.status()) {
                case 200 -> whole(reply);
                case 206 -> resumes ? rest(reply) : Outcome.again("the server sent a part, where all was asked for");
                case 304 -> resumes || stored.isEmpty() ? unasked() : new Outcome.Done<>(false);
                case 416 -> unsatisfied(reply);
                default -> refused(reply);
            };
        } catch (BrokenConnectionException e) {
            return Outcome.again(Redaction.of(e.getMessage()));
        }
    }

    /** Without a validator only a checksum could tell that the bytes on both sides of a break are of one file. */
    private boolean resumes() {
        return part.size() > 0
                && part.sidecar()
                        .filter(said -> said.strongValidator().isPresent()
                                || remote.checksum().isPresent())
                        .isPresent();
    }

    private Map<String, String> headers(boolean resumes) {
        if (!resumes) {
            return stored.map(StoredFile::conditions).orElse(Map.of());
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Range", "bytes=" + part.size() + "-");
        part.sidecar().flatMap(Sidecar::strongValidator).ifPresent(validator -> headers.put("If-Range", validator));
        return headers;
    }

    private Outcome<Boolean> whole(Reply reply) throws IOException, InterruptedException {
        if (reply.isWebPage() && !file.toString().endsWith(".html")) {
            throw new UserException(remote.shown()
                    + " is answered with a web page, not a file: open it in a browser to see what it asks for, or check"
                    + " the location");
        }
        OptionalLong length = reply.length();
        if (length.isPresent() && length.getAsLong() != remote.size().orElse(length.getAsLong())) {
            return Outcome.again("it has " + length.getAsLong() + " bytes, where "
                    + remote.size().orElseThrow() + " are announced");
        }
        part.discard();
        long needed = length.orElse(remote.size().orElse(0));
        tools.space().require(remote.shown(), file.getParent(), needed);
        part.restart(Sidecar.of(remote, reply));
        return receiver.receive(reply);
    }

    private Outcome<Boolean> rest(Reply reply) throws IOException, InterruptedException {
        Sidecar said = part.sidecar().orElseThrow();
        long total = reply.rangeTotal().orElse(-1);
        if (!said.agreesWith(reply) || (said.size() != null && total >= 0 && total != said.size())) {
            return changed();
        }
        if (reply.rangeStart().orElse(-1) != part.size()) {
            part.discard();
            return Outcome.again("the server sent another part than was asked for");
        }
        tools.space().require(remote.shown(), file.getParent(), reply.length().orElse(0));
        return receiver.receive(reply);
    }

    /** The range begins at the file's end or behind it: all is here already, or the file has shrunk. */
    private Outcome<Boolean> unsatisfied(Reply reply) throws IOException, InterruptedException {
        boolean complete = part.size() > 0
                && reply.rangeTotal().orElse(-1) == part.size()
                && part.sidecar().filter(said -> said.agreesWith(reply)).isPresent();
        return complete ? receiver.finish() : changed();
    }

    private Outcome<Boolean> changed() throws IOException {
        part.discard();
        return Outcome.again("it changed while it was fetched");
    }

    private Outcome<Boolean> unasked() throws IOException {
        part.discard();
        return Outcome.again("the server says that nothing has changed, without having been asked");
    }

    private Outcome<Boolean> refused(Reply reply) {
        return Transfer.<Boolean>refused(reply, tools.clock())
                .orElseThrow(() -> new UserException(
                        remote.shown() + " " + remote.refusal().explain(reply)));
    }

    /** What passes by itself; empty for an answer that will stay as it is. */
    static <T> Optional<Outcome<T>> refused(Reply reply, Clock clock) {
        int status = reply.status();
        if (status < 500 && !PASSING.contains(status)) {
            return Optional.empty();
        }
        Optional<Duration> pause = reply.header("Retry-After").flatMap(text -> RetryAfter.parse(text, clock.instant()));
        return Optional.of(new Outcome.Again<>("the server answered " + status, pause, false));
    }
}
