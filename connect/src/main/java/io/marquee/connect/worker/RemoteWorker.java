package io.marquee.connect.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.marquee.connect.Connector;
import io.marquee.records.Json;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A Connect worker, or a cluster of them, by the REST interface. Thread-safe. */
public final class RemoteWorker {

    private static final TypeReference<Map<String, String>> CONFIGURATION = new TypeReference<>() {};
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;

    /** Not there while a worker starts; a timeout, a worker that is about to rebalance, too many requests. */
    private static final Set<Integer> PASSING = Set.of(NOT_FOUND, 408, 409, 429);

    private static final BodyPublisher NOTHING = BodyPublishers.noBody();

    private final String url;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    private RemoteWorker(String url) {
        this.url = url;
    }

    /**
     * A worker at an address such as {@code http://connect:8083}; it is not asked anything yet.
     *
     * @throws UserException for an address that is none
     */
    public static RemoteWorker at(String url) {
        try {
            URI uri = new URI(url);
            if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
                return new RemoteWorker(url.replaceFirst("/+$", ""));
            }
        } catch (URISyntaxException e) {
            throw wrongAddress(url, e);
        }
        throw wrongAddress(url, null);
    }

    private static UserException wrongAddress(String url, Exception cause) {
        return new UserException(
                "--connect is no address of a Connect worker (" + url + "): give one such as http://localhost:8083",
                cause);
    }

    /** Its address. */
    public String url() {
        return url;
    }

    /** How all its connectors fare, by name. */
    public Map<String, ConnectorState> states() throws WorkerException {
        Map<String, ConnectorState> states = new TreeMap<>();
        json(send("GET", "/connectors?expand=status", NOTHING))
                .properties()
                .forEach(entry -> states.put(
                        entry.getKey(), state(entry.getKey(), entry.getValue().path("status"))));
        return states;
    }

    private static ConnectorState state(String name, JsonNode status) {
        List<ConnectorState.Part> tasks = new ArrayList<>();
        status.path("tasks").forEach(task -> tasks.add(part(task)));
        return ConnectorState.of(name, part(status.path("connector")), tasks);
    }

    private static ConnectorState.Part part(JsonNode status) {
        return new ConnectorState.Part(
                status.path("state").asText("STARTING"), status.path("trace").asText(null));
    }

    /** The configuration of a connector, empty if there is none of the name. */
    public Optional<Map<String, String>> configuration(String name) throws WorkerException {
        HttpResponse<byte[]> answer = send("GET", "/connectors/" + name + "/config", NOTHING);
        return answer.statusCode() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(Json.mapper().convertValue(json(answer), CONFIGURATION));
    }

    /** Makes a connector, or changes the one of its name. */
    public void put(Connector connector) throws WorkerException {
        require(send(
                "PUT",
                "/connectors/" + connector.name() + "/config",
                BodyPublishers.ofByteArray(Json.write(connector.configuration()))));
    }

    /** Restarts a connector, if it failed, and those of its tasks that did. */
    public void restart(String name) throws WorkerException {
        require(send("POST", "/connectors/" + name + "/restart?includeTasks=true&onlyFailed=true", NOTHING));
    }

    private HttpResponse<byte[]> send(String method, String path, BodyPublisher body) throws WorkerException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new WorkerException("the Connect worker at " + url + " does not answer (" + e + ")", true, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkerException("the Connect worker at " + url + " was not waited for", true, e);
        }
    }

    private JsonNode json(HttpResponse<byte[]> answer) throws WorkerException {
        require(answer);
        try {
            return Json.mapper().readTree(answer.body());
        } catch (IOException e) {
            throw new WorkerException("what answers at " + url + " is no Connect worker", true, e);
        }
    }

    private void require(HttpResponse<byte[]> answer) throws WorkerException {
        int status = answer.statusCode();
        if (status >= 300) {
            throw new WorkerException(
                    "the Connect worker at " + url + " answers " + status + " (" + message(answer.body()) + ")",
                    status >= 500 || PASSING.contains(status),
                    null);
        }
    }

    private static String message(byte[] body) {
        String text = new String(body, UTF_8);
        try {
            text = Json.mapper().readTree(text).path("message").asText(text);
        } catch (JsonProcessingException e) {
            // Not one of Connect's own answers: told as it is.
            return text.strip();
        }
        return text.strip();
    }
}
