package io.marquee.ops.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Serves editions of enwiki's dump, each one file, as their site does. */
final class DumpServer implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, String> editions = new TreeMap<>();

    DumpServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * Lists an edition.
     *
     * @param status such as {@code done}
     */
    void publish(String date, String status, byte[] content) throws NoSuchAlgorithmException {
        String path = "/enwiki/" + date + "/enwiki-" + date + "-pages-articles-multistream.xml.bz2";
        String sha1 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        files.put(path, content);
        files.put("/enwiki/" + date + "/dumpstatus.json", """
                {"jobs":{"articlesmultistreamdumprecombine":{"status":"%s","files":{"%s":{"size":%d,"url":"%s","sha1":"%s"}}}}}
                """.formatted(
                        status, path.substring(path.lastIndexOf('/') + 1), content.length, path, sha1)
                .getBytes(UTF_8));
        editions.put(date, "<a href=\"" + date + "/\">" + date + "/</a>");
        files.put("/enwiki/", String.join("\n", editions.values()).getBytes(UTF_8));
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] content = files.get(exchange.getRequestURI().getPath());
        try (exchange) {
            if (content == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
