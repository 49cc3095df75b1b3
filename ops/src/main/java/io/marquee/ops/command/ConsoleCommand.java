package io.marquee.ops.command;

import io.marquee.connect.worker.RemoteWorker;
import io.marquee.ingest.DatabaseOptions;
import io.marquee.ingest.KafkaOptions;
import io.marquee.ingest.database.DatabaseAddress;
import io.marquee.ingest.publish.KafkaConnection;
import io.marquee.ingest.run.Stopping;
import io.marquee.ops.console.Console;
import io.marquee.ops.console.Listen;
import io.marquee.ops.control.RemoteSteering;
import io.marquee.ops.control.Token;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The console of ingestors that are elsewhere. */
@Command(
        name = "console",
        mixinStandardHelpOptions = true,
        description = {
            "Serve the web page on which one watches and steers the runs of ingestors on a database, until Ctrl-C.",
            "./marquee up has one of its own."
        })
final class ConsoleCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleCommand.class);

    /** A database that says nothing for so long is as good as gone; its own limit for a query is shorter. */
    private static final Duration ANSWER = Duration.ofSeconds(25);

    @Mixin
    private KafkaOptions kafka;

    @Option(
            names = "--connect",
            paramLabel = "URL",
            defaultValue = "http://localhost:8083",
            description = "The Connect worker's REST interface (default: ${DEFAULT-VALUE}).")
    private String connect;

    @Option(
            names = "--logs",
            paramLabel = "DIR",
            defaultValue = "logs",
            description = "Folder of the processes' logs, or with a folder for each of them (default:"
                    + " ${DEFAULT-VALUE}).")
    private Path logs;

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private ConsoleOptions options;

    @Override
    public Integer call() throws InterruptedException {
        DatabaseAddress address = database.required();
        Listen listen = options.listen();
        Token token = options.token();
        RemoteWorker worker = RemoteWorker.at(connect);
        KafkaConnection broker = kafka.connection();
        try (Stopping stopping = Stopping.install(Duration.ZERO);
                RemoteSteering schedule = new RemoteSteering(address);
                Console console = Console.start(
                        new Console.Parts(address.dataSource(ANSWER), broker, worker, schedule, logs), listen, token)) {
            System.out.println("The console is at " + console.url());
            if (options.isTokenRandom()) {
                System.out.println("  its token is " + token.value());
            }
            stopping.await();
            LOG.info("told to end");
            return 0;
        }
    }
}
