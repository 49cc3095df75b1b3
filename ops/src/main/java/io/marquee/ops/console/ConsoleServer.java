package io.marquee.ops.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquee.settings.UserException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the pages' files and what they ask for, over HTTP. */
final class ConsoleServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleServer.class);
    private static final int MOST_THREADS = 16;
    private static final int IDLE_MS = 30_000;
    private static final String CHARTS = "chart.js";

    /** What a page may load and do: nothing but what this server has. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private final Server server;
    private final ServerConnector connector;

    private ConsoleServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Starts it.
     *
     * @param listen where
     * @throws UserException if it cannot listen there
     */
    static ConsoleServer start(Listen listen, Routes routes) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("console");
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(listen.address());
        connector.setPort(listen.port());
        connector.setIdleTimeout(IDLE_MS);
        server.addConnector(connector);
        server.setHandler(handlers(listen, routes));
        server.setErrorHandler(ConsoleServer::refuse);
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            throw new UserException(
                    "the console cannot listen at " + listen.address() + ":" + listen.port() + " ("
                            + (e.getCause() == null ? e : e.getCause()).getMessage()
                            + "): choose another with --console-port and --console-address",
                    e);
        }
        return new ConsoleServer(server, connector);
    }

    private static Handler handlers(Listen listen, Routes routes) {
        // Below, there is no entry for the folder itself in the jar.
        String library = "META-INF/resources/webjars/" + CHARTS + "/" + version(CHARTS) + "/";
        ContextHandler charts = new ContextHandler(files(library, "dist"), "/lib");
        ContextHandler pages = new ContextHandler(files("console/", ""), "/");
        return new Guard(
                listen, new GzipHandler(new Handler.Sequence(new RouteHandler(routes), charts, pages, new Missing())));
    }

    private static ResourceHandler files(String folder, String below) {
        ResourceHandler files = new ResourceHandler();
        Resource base = ResourceFactory.of(files).newClassLoaderResource(folder);
        files.setBaseResource(below.isEmpty() ? base : base.resolve(below));
        files.setWelcomeFiles(List.of("index.html"));
        files.setDirAllowed(false);
        files.setEtags(true);
        files.setCacheControl("no-cache");
        return files;
    }

    /** Of a library of the web, which has its version in its path. */
    private static String version(String library) {
        try (InputStream in = ConsoleServer.class.getResourceAsStream(
                "/META-INF/maven/org.webjars.npm/" + library + "/pom.properties")) {
            if (in == null) {
                throw new FileNotFoundException("the library " + library + " is not among the program's own");
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers what no handler could take, such as a query that is none. */
    private static boolean refuse(Request request, Response response, Callback callback) {
        HEADERS.forEach(response.getHeaders()::put);
        int status = response.getStatus();
        write(Answer.error(status, "this is refused: " + HttpStatus.getMessage(status)), request, response, callback);
        return true;
    }

    /**
     * Refuses what comes by a name that is none of ours, so that no page elsewhere reads this one by a name that it has
     * pointed here; and says in every answer what a page may do.
     */
    private static final class Guard extends Handler.Wrapper {

        /** Asked by machines, by whatever address they found. */
        private static final Set<String> FOR_ALL = Set.of("/health", "/ready", "/metrics");

        private final Listen listen;

        Guard(Listen listen, Handler inner) {
            super(inner);
            this.listen = listen;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            HEADERS.forEach(response.getHeaders()::put);
            if (!FOR_ALL.contains(Request.getPathInContext(request))
                    && !listen.isKnown(Request.getServerName(request))) {
                Answer refusal = Answer.error(
                        421,
                        "this console is not known as " + Request.getServerName(request)
                                + ": name it with --console-host");
                write(refusal, request, response, callback);
                return true;
            }
            return super.handle(request, response, callback);
        }
    }

    /** Answers by {@link Routes}. */
    private static final class RouteHandler extends Handler.Abstract {

        private final Routes routes;

        RouteHandler(Routes routes) {
            this.routes = routes;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Map<String, String> values = new HashMap<>();
            for (Fields.Field field : Request.extractQueryParameters(request)) {
                values.put(field.getName(), field.getValue());
            }
            return routes.answer(
                            request.getMethod(),
                            Request.getPathInContext(request),
                            new Query(values),
                            request.getHeaders().get(HttpHeader.AUTHORIZATION))
                    .map(answer -> {
                        write(answer, request, response, callback);
                        return true;
                    })
                    .orElse(false);
        }
    }

    /** Answers what nothing else did. */
    private static final class Missing extends Handler.Abstract.NonBlocking {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            write(Answer.text(404, "there is nothing here: the console is at /\n"), request, response, callback);
            return true;
        }
    }

    private static void write(Answer answer, Request request, Response response, Callback callback) {
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        answer.headers().forEach(response.getHeaders()::put);
        boolean isHead = request.getMethod().equals("HEAD");
        response.write(true, isHead ? null : UTF_8.encode(answer.body()), callback);
    }

    /** Where it can be asked from this machine. */
    String url() {
        String host = connector.getHost();
        try {
            InetAddress address = InetAddress.getByName(host);
            if (address.isAnyLocalAddress()) {
                host = "localhost";
            } else if (address instanceof Inet6Address) {
                host = "[" + address.getHostAddress() + "]";
            }
        } catch (UnknownHostException e) {
            LOG.debug("an address that could be listened at has no number", e);
        }
        return "http://" + host + ":" + connector.getLocalPort();
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("the console's server could not be stopped", e);
        }
    }

    @Override
    public void close() {
        stop(server);
    }
}
