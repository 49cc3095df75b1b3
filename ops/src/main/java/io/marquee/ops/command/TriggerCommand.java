package io.marquee.ops.command;

import io.marquee.records.Json;
import io.marquee.settings.Commands;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts a run of a stack that is up. */
@Command(
        name = "trigger",
        mixinStandardHelpOptions = true,
        description = "Start a run now, on the stack that is up; none if one is on already.")
final class TriggerCommand implements Callable<Integer> {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int ACCEPTED = 202;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Control.Address control = Control.Address.find(data.path())
                .orElseThrow(() -> new UserException("no stack with a schedule is up on " + data.path()
                        + ": start one with ./marquee up, or name its folder with --data-dir"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(control.url() + "/trigger"))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + control.token())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<byte[]> response;
        try {
            response = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UserException(
                    "the stack on " + data.path() + " (process " + control.pid() + ") does not answer (" + e
                            + "): see how it is with ./marquee status, and start it anew",
                    e);
        }
        System.out.println(
                Json.mapper().readTree(response.body()).path("message").asText());
        return response.statusCode() == ACCEPTED ? 0 : Commands.FAILED;
    }
}
