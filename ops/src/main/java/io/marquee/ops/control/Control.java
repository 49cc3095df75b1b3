package io.marquee.ops.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.marquee.ingest.schedule.Schedule;
import io.marquee.records.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets other processes of the same user ask and tell the schedule: an HTTP server on loopback that wants the token which it leaves in
 * the data directory.
 */
public final class Control implements AutoCloseable {

    static final String FILE = "control.json";

    private final HttpServer server;
    private final Path file;

    private Control(HttpServer server, Path file) {
        this.server = server;
        this.file = file;
    }

    /**
     * Where a schedule can be told to start a run.
     *
     * @param pid the process
     * @param url of the control
     * @param token to be sent as {@code Authorization: Bearer …}
     */
    public record Address(long pid, String url, String token) {}

    /** Starts to listen, until it is closed. */
    public static Control start(Schedule schedule, Path data) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Token token = Token.random();
        server.createContext("/", exchange -> answer(exchange, schedule, token));
        server.start();
        Address address = new Address(
                ProcessHandle.current().pid(),
                "http://127.0.0.1:" + server.getAddress().getPort(),
                token.value());
        Path file = data.resolve(FILE);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, Json.write(address));
        return new Control(server, file);
    }

    private static void answer(HttpExchange exchange, Schedule schedule, Token token) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath().substring(1);
        Optional<ScheduleAction> action = Stream.of(ScheduleAction.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(path))
                .findFirst();
        if (!token.isIn(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, new ScheduleAction.Answer(false, "the token is missing or wrong"));
        } else if (method.equals("GET") && path.equals("schedule")) {
            send(exchange, 200, ScheduleState.of(schedule));
        } else if (action.isEmpty()) {
            send(exchange, 404, new ScheduleAction.Answer(false, "there is no /" + path));
        } else if (!method.equals("POST")) {
            send(exchange, 405, new ScheduleAction.Answer(false, "/" + path + " takes POST"));
        } else {
            ScheduleAction.Answer answer = action.get().apply(schedule);
            send(exchange, answer.done() ? 202 : 409, answer);
        }
    }

    private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
        byte[] body = Json.write(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        Files.deleteIfExists(file);
    }
}
