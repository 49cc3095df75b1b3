package io.marquee.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

final class SettingsProviderTest {

    @TempDir
    private Path folder;

    @Command(name = "program")
    private static final class Program implements Runnable {

        @Option(names = "--text")
        private String text;

        @Option(names = "--flag")
        private boolean flag;

        @Override
        public void run() {}
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "${directory:/run/marquee:sink_writer}",
                "{\"text\": \"${text}\"}",
                "$text costs $5",
                "${sys:user.home}"
            })
    void aValueFromEnvironmentOrFileArrivesAsItIs(String value) throws Exception {
        Path file = folder.resolve("marquee.properties");
        Files.writeString(file, "text=" + value);

        assertThat(program(Map.of("MARQUEE_TEXT", value)).text).isEqualTo(value);
        assertThat(program(Map.of("MARQUEE_CONFIG", file.toString())).text).isEqualTo(value);
        assertThat(program(Map.of(), "--text", value).text).isEqualTo(value);
    }

    @Test
    void aFlagGoesBeforeTheEnvironmentAndThatBeforeTheFile() throws Exception {
        Path file = Files.writeString(folder.resolve("marquee.properties"), "text=file\nflag=true");
        Map<String, String> both = Map.of("MARQUEE_CONFIG", file.toString(), "MARQUEE_TEXT", "environment");

        assertThat(program(both, "--text=flag").text).isEqualTo("flag");
        assertThat(program(both).text).isEqualTo("environment");
        assertThat(program(both).flag).isTrue();
        assertThat(program(Map.of("MARQUEE_FLAG", "false")).flag).isFalse();
    }

    @Test
    void anErrorNamesTheVariableThatHasSetTheOption() {
        String message = "--top must be at least 1, not 0";
        Map<String, String> environment = Map.of("MARQUEE_TOP", "0");

        assertThat(Variables.tellWhoSet(message, environment)).isEqualTo(message + " (set by MARQUEE_TOP)");
        assertThat(Variables.tellWhoSet(message, environment, "run", "--top=0")).isEqualTo(message);
        assertThat(Variables.tellWhoSet(message, Map.of())).isEqualTo(message);
        assertThat(Variables.tellWhatToSet("missing required options: '--films=LOCATION', '--min-budget=N'"))
                .isEqualTo("missing required options: '--films=LOCATION', '--min-budget=N', in the environment"
                        + " MARQUEE_FILMS, MARQUEE_MIN_BUDGET");
    }

    @Test
    void securityOfKafkasClientsComesFromItsFile() throws Exception {
        Path file = Files.write(
                folder.resolve("client.properties"), List.of("security.protocol=SASL_SSL", "sasl.mechanism=PLAIN"));

        assertThat(security(file).security())
                .isEqualTo(Map.of("security.protocol", "SASL_SSL", "sasl.mechanism", "PLAIN"));
    }

    @Test
    void whatIsNoSecurityOfKafkasClientsIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("client.properties"), "acks=0");
        KafkaConfigOption option = security(file);

        assertThat(catchThrowable(option::security))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "unknown setting: key acks in " + file + ", the file of --kafka-config: only keys that begin"
                                + " with security., ssl. or sasl. belong there");
    }

    private static KafkaConfigOption security(Path file) {
        KafkaConfigOption option = new KafkaConfigOption();
        CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();
        command.addMixin("kafka", CommandLine.Model.CommandSpec.forAnnotatedObject(option));
        new CommandLine(command).parseArgs("--kafka-config=" + file);
        return option;
    }

    private static Program program(Map<String, String> environment, String... arguments) {
        Program program = new Program();
        assertThat(Commands.run(program, environment, e -> {}, arguments)).isZero();
        return program;
    }
}
