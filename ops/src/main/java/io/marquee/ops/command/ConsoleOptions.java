package io.marquee.ops.command;

import io.marquee.ops.console.Listen;
import io.marquee.ops.control.Token;
import io.marquee.settings.SecretFile;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** Where the console is, and who may change anything by it. */
final class ConsoleOptions {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleOptions.class);
    private static final int USUAL_PORT = 8080;
    private static final int LAST_PORT = 65_535;

    @Option(
            names = "--console-port",
            paramLabel = "PORT",
            description = "Of the console, the web page on which one watches and steers the runs (default: "
                    + USUAL_PORT + ", or another if that is taken).")
    private Integer port;

    @Option(
            names = "--console-address",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Of this machine, where the console listens; 0.0.0.0: at all of its addresses (default:"
                    + " ${DEFAULT-VALUE}).")
    private String address;

    @Option(
            names = "--console-host",
            split = ",",
            paramLabel = "NAME",
            description = "A name by which browsers reach the console, besides localhost, where it is behind a proxy."
                    + " May be repeated.")
    private List<String> hosts = List.of();

    @Option(
            names = "--console-token-file",
            paramLabel = "FILE",
            description = "Holds the token that the console asks for before it starts, pauses or resumes anything"
                    + " (default: one at random, which is printed).")
    private Path tokenFile;

    /**
     * Where it listens.
     *
     * @throws UserException for a port out of its range
     */
    Listen listen() {
        if (port != null && (port < 0 || port > LAST_PORT)) {
            throw new UserException("--console-port must be 0 to " + LAST_PORT + ", not " + port);
        }
        Set<String> names =
                hosts.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return new Listen(address, port == null ? usualPort() : port, names);
    }

    private int usualPort() {
        try (ServerSocket probe = new ServerSocket(USUAL_PORT, 1, InetAddress.getByName(address))) {
            return probe.getLocalPort();
        } catch (IOException e) {
            LOG.info("port {} is taken ({}): the console takes another", USUAL_PORT, e.getMessage());
            return 0;
        }
    }

    /** Whether the token is one that somebody has to be told. */
    boolean isTokenRandom() {
        return tokenFile == null;
    }

    /**
     * What one must know to change anything.
     *
     * @throws UserException for a file that cannot be read, or a token that can be guessed
     */
    Token token() {
        return tokenFile == null ? Token.random() : Token.of(SecretFile.read("--console-token-file", tokenFile));
    }
}
