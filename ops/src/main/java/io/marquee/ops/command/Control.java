package io.marquee.ops.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.marquee.ingest.run.Schedule;
import io.marquee.ops.stack.Processes;
import io.marquee.records.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Lets other processes of the same user start runs: an HTTP server on loopback that wants the token which it leaves in
 * the data directory.
 */
final class Control implements AutoCloseable {

    private static final String FILE = "control.json";
    private static final int TOKEN_BYTES = 24;

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
    record Address(long pid, String url, String token) {

        /** The control of the stack that is up on a data directory. */
        static Optional<Address> find(Path data) throws IOException {
            Path file = data.resolve(FILE);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            Address address = Json.mapper().readValue(file.toFile(), Address.class);
            return Processes.wrote(address.pid(), file) ? Optional.of(address) : Optional.empty();
        }
    }

    static Control start(Schedule schedule, Path data) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        server.createContext("/trigger", exchange -> trigger(exchange, schedule, token));
        server.start();
        Address address = new Address(
                ProcessHandle.current().pid(),
                "http://127.0.0.1:" + server.getAddress().getPort(),
                token);
        Path file = data.resolve(FILE);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, Json.write(address));
        return new Control(server, file);
    }

    private static void trigger(HttpExchange exchange, Schedule schedule, String token) throws IOException {
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!MessageDigest.isEqual(given.getBytes(UTF_8), ("Bearer " + token).getBytes(UTF_8))) {
            answer(exchange, 401, "the token is missing or wrong");
        } else if (!exchange.getRequestMethod().equals("POST")) {
            answer(exchange, 405, "a run is started by POST");
        } else if (schedule.trigger()) {
            answer(exchange, 202, "a run starts now");
        } else {
            answer(exchange, 409, "a run is on already; none was started");
        }
    }

    private static void answer(HttpExchange exchange, int status, String message) throws IOException {
        byte[] body = Json.write(Map.of("message", message));
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
