package io.marquee.ops.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.ops.kubernetes.Manifests;
import io.marquee.settings.SettingsProvider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The environments of Kubernetes' containers, as the program takes them. */
final class KubernetesSettingsTest {

    @ParameterizedTest
    @MethodSource("environments")
    void theSettingsOfAContainerAreKnown(String command, Map<String, String> environment) {
        CommandLine line = new CommandLine(new Marquee());
        // Throws for a key that no option has.
        assertThat(SettingsProvider.read(line, environment)).isNotNull();
        assertThat(line.getSubcommands()).containsKey(command);
    }

    @ParameterizedTest
    @MethodSource("environments")
    void theSettingsOfAContainerAreThoseOfItsCommand(String command, Map<String, String> environment) {
        CommandLine line = new CommandLine(new Marquee()).getSubcommands().get(command);
        assertThat(line).isNotNull();
        assertThat(SettingsProvider.read(line, environment)).isNotNull();
    }

    @Test
    void allThatIsOursRuns() {
        assertThat(Manifests.environments()).containsOnlyKeys("console", "ingest", "stream-processor", "tables");
    }

    static List<Object[]> environments() {
        return Manifests.environments().entrySet().stream()
                .map(environment -> new Object[] {environment.getKey(), environment.getValue()})
                .toList();
    }
}
