package io.marquee.ops.command;

import io.marquee.ingest.IngestMain;
import io.marquee.ops.setup.ConnectorsCommand;
import io.marquee.ops.setup.TablesCommand;
import io.marquee.processor.ProcessorMain;
import io.marquee.settings.Commands;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command {@code marquee}. */
@Command(
        name = "marquee",
        mixinStandardHelpOptions = true,
        version = "Marquee 1.0.0-SNAPSHOT",
        description = "Which films made the most of their money, each with its Wikipedia page.",
        footer = {
            "",
            "  test    build everything and run all tests",
            "",
            "Every option can also be set as MARQUEE_<OPTION> in the environment, or in the properties file that",
            "MARQUEE_CONFIG names. Exit codes: 0 done, 1 failed, 2 something to mend, said in one line."
        },
        subcommands = {
            RunCommand.class,
            UpCommand.class,
            IngestMain.class,
            ProcessorMain.class,
            TriggerCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            SqlCommand.class,
            KafkaCommand.class,
            StatusCommand.class,
            RunsCommand.class,
            RunLogCommand.class,
            RejectsCommand.class,
            ReplayCommand.class,
            BackfillCommand.class,
            VerifyCommand.class,
            ExportCommand.class,
            ExplainCommand.class,
            EvaluateCommand.class,
            ConsoleCommand.class,
            ResetCommand.class,
            TablesCommand.class,
            ConnectorsCommand.class,
            HelpCommand.class
        })
public final class Marquee {

    private static final Logger LOG = LoggerFactory.getLogger(Marquee.class);

    Marquee() {}

    /** Runs it; {@code --help} tells what it takes. */
    public static void main(String[] arguments) {
        System.exit(Commands.run(
                new Marquee(), System.getenv(), exception -> LOG.error("the command failed", exception), arguments));
    }
}
