package io.marquee.ingest.fetch;

import io.marquee.settings.UserException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads short texts from a web server. */
final class WebText {

    private static final int LONGEST = 16 << 20;

    private final Transfer.Tools tools;
    private final Retries retries;

    WebText(Transfer.Tools tools, Retries retries) {
        this.tools = tools;
        this.retries = retries;
    }

    /**
     * Reads a text.
     *
     * @param shown for what it is needed
     * @return empty if it is not there
     * @throws UserException if it cannot be had
     */
    Optional<String> get(String shown, URI uri) throws InterruptedException {
        String what = shown + " (" + Redaction.of(uri.toString()) + ")";
        try {
            return retries.until(what, "try again later", () -> attempt(what, uri));
        } catch (IOException e) {
            throw new UserException(what + " could not be fetched (" + e.getMessage() + "): try again", e);
        }
    }

    private Outcome<Optional<String>> attempt(String what, URI uri) throws InterruptedException {
        try (Reply reply = tools.web().get(what, Target.of(uri), Map.of())) {
            if (reply.status() == 404) {
                return new Outcome.Done<>(Optional.empty());
            }
            if (reply.status() != 200) {
                return Transfer.<Optional<String>>refused(reply, tools.clock())
                        .orElseThrow(() -> new UserException(what + " cannot be read, the server answers "
                                + reply.status() + ": check the address"));
            }
            return new Outcome.Done<>(Optional.of(read(what, reply)));
        } catch (BrokenConnectionException e) {
            return Outcome.again(Redaction.of(e.getMessage()));
        }
    }

    private String read(String what, Reply reply) throws BrokenConnectionException, InterruptedException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Optional<List<ByteBuffer>> buffers = reply.body().next(tools.limits().stall());
        while (buffers.isPresent()) {
            for (ByteBuffer buffer : buffers.get()) {
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                text.writeBytes(bytes);
            }
            if (text.size() > LONGEST) {
                throw new UserException(what + " is longer than " + (LONGEST >> 20) + " MB: check the address");
            }
            buffers = reply.body().next(tools.limits().stall());
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
