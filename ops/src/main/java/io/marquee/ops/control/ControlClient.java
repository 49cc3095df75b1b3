package io.marquee.ops.control;

import io.marquee.ops.stack.Processes;
import io.marquee.records.Json;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Reaches the {@link Control} of a stack that is up.
 *
 * @param data its data directory
 * @param address of the control
 */
public record ControlClient(Path data, Control.Address address) implements Steering {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int OK = 200;

    /** The control of the stack that is up on a data directory. */
    public static Optional<ControlClient> find(Path data) throws IOException {
        Path file = data.resolve(Control.FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Control.Address address = Json.mapper().readValue(file.toFile(), Control.Address.class);
        return Processes.wrote(address.pid(), file) ? Optional.of(new ControlClient(data, address)) : Optional.empty();
    }

    @Override
    public ScheduleAction.Answer tell(ScheduleAction action) throws InterruptedException {
        String path = "/" + action.name().toLowerCase(Locale.ROOT);
        return Json.read(send("POST", path).body(), ScheduleAction.Answer.class);
    }

    @Override
    public ScheduleState state() throws InterruptedException {
        HttpResponse<byte[]> response = send("GET", "/schedule");
        if (response.statusCode() != OK) {
            throw silent("answers " + response.statusCode(), null);
        }
        return Json.read(response.body(), ScheduleState.class);
    }

    private HttpResponse<byte[]> send(String method, String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address.url() + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + address.token())
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw silent("does not answer (" + e + ")", e);
        }
    }

    private UserException silent(String how, Exception cause) {
        return new UserException(
                "the stack on " + data + " (process " + address.pid() + ") " + how
                        + ": see how it is with ./marquee status, and start it anew",
                cause);
    }
}
