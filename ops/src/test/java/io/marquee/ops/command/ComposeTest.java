package io.marquee.ops.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.settings.SettingsProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import picocli.CommandLine;

/** What can be told of the Compose files without Docker. */
final class ComposeTest {

    private static final Path HOME = Path.of("..");
    private static final Set<String> STEPS = Set.of("passwords", "tables", "certificates");
    private static final Pattern REFERENCE = Pattern.compile("(?<!\\$)\\$\\{(\\w+)");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("services")
    void aServiceIsHealthyBoundedAndKeptToThisMachine(String name, Map<String, Object> service) {
        assertThat(service).containsKeys("image", "restart", "mem_limit", "security_opt");
        if (!isOurs(service)) {
            assertThat(service.get("image").toString()).matches(".+:.+");
        }
        if (!STEPS.contains(name)) {
            assertThat(service).containsKey("healthcheck");
        }
        for (Object port : list(service.get("ports"))) {
            assertThat(port.toString()).startsWith("127.0.0.1:");
        }
    }

    @ParameterizedTest
    @MethodSource("ourServices")
    void theSettingsOfAServiceOfOursAreKnownAndNameNoPassword(String name, Map<String, Object> service) {
        Map<String, String> environment = new TreeMap<>();
        map(service.get("environment")).forEach((key, value) -> environment.put(key, value.toString()));
        CommandLine line = new CommandLine(new Marquee());
        // Throws for a key that no option has.
        assertThat(SettingsProvider.read(line, environment)).isNotNull();
        assertThat(line.getSubcommands()).containsKey(service.get("command").toString());
        assertThat(environment.keySet())
                .as("passwords come from files, which docker inspect does not show")
                .noneMatch(key -> key.startsWith("MARQUEE_") && key.matches(".*(PASSWORD|TOKEN)"));
    }

    @Test
    void whatCanBeSetIsWhatTheExampleExplains() throws IOException {
        Set<String> used = new TreeSet<>();
        Matcher references = REFERENCE.matcher(read("docker-compose.yml") + read("docker-compose.tls.yml"));
        while (references.find()) {
            used.add(references.group(1));
        }
        Set<String> explained = new TreeSet<>();
        Matcher keys = Pattern.compile("(?m)^#?([A-Z][A-Z0-9_]+)=").matcher(read(".env.example"));
        while (keys.find()) {
            explained.add(keys.group(1));
        }
        assertThat(explained).isEqualTo(used);
    }

    @ParameterizedTest
    @CsvSource({
        "MARQUEE_TOP=5, ''",
        "'  MARQUEE_TOP=5', ''",
        "'   ', ''",
        "'  # MARQUEE_TPO=5', ''",
        "COMPOSE_PROFILES=dashboards, ''",
        "MARQUEE_TPO=5, MARQUEE_TPO",
        "export MARQUEE_TPO = 5, MARQUEE_TPO"
    })
    void aMisspeltNameInTheSettingsIsNamed(String line, String wrong) throws Exception {
        Files.copy(HOME.resolve(".env.example"), folder.resolve(".env.example"));
        Files.writeString(folder.resolve(".env"), line + "\r\n\r\n");
        Process check = new ProcessBuilder("compose/check-settings", folder.toString())
                .redirectError(folder.resolve("errors").toFile())
                .start();

        assertThat(check.waitFor()).isEqualTo(wrong.isEmpty() ? 0 : 2);
        assertThat(Files.readString(folder.resolve("errors")))
                .isEqualTo(
                        wrong.isEmpty()
                                ? ""
                                : "settings: .env, line 1: there is no " + wrong
                                        + ": see .env.example for what there is\n");
    }

    @Test
    void theVersionsAreThoseThatTheBuildPins() throws IOException {
        Matcher kafka = Pattern.compile("<kafka.version>([^<]+)<").matcher(read("pom.xml"));
        assertThat(kafka.find()).isTrue();
        assertThat(services("docker-compose.yml").get("kafka"))
                .containsEntry("image", "apache/kafka:" + kafka.group(1));
        assertThat(read("Dockerfile")).contains("FROM apache/kafka:" + kafka.group(1) + " ");
    }

    @Test
    void everyModuleHasItsPomInTheLayerOfWhatComesFromElsewhere() throws IOException {
        Matcher modules = Pattern.compile("<module>([^<]+)</module>").matcher(read("pom.xml"));
        while (modules.find()) {
            String module = modules.group(1);
            assertThat(read("Dockerfile")).contains("COPY " + module + "/pom.xml " + module + "/");
            assertThat(read(".dockerignore")).contains("!" + module.replaceFirst("/.*", "") + "\n");
        }
    }

    static List<Object[]> services() throws IOException {
        return services("docker-compose.yml").entrySet().stream()
                .map(service -> new Object[] {service.getKey(), service.getValue()})
                .toList();
    }

    static List<Object[]> ourServices() throws IOException {
        Map<String, Map<String, Object>> services = services("docker-compose.yml");
        services("docker-compose.tls.yml").forEach((name, more) -> {
            Map<String, Object> whole = services.computeIfAbsent(name, added -> new TreeMap<>(more));
            Map<String, Object> environment = new TreeMap<>(map(whole.get("environment")));
            environment.putAll(map(more.get("environment")));
            whole.put("environment", environment);
        });
        return services.entrySet().stream()
                .filter(service ->
                        isOurs(service.getValue()) && service.getValue().containsKey("command"))
                .map(service -> new Object[] {service.getKey(), service.getValue()})
                .toList();
    }

    private static Map<String, Map<String, Object>> services(String file) throws IOException {
        Map<String, Map<String, Object>> services = new TreeMap<>();
        map(map(new Yaml().load(read(file))).get("services"))
                .forEach((name, service) -> services.put(name, map(service)));
        return services;
    }

    private static boolean isOurs(Map<String, Object> service) {
        return service.get("image").toString().startsWith("marquee");
    }

    @SuppressWarnings("unchecked") // A mapping of YAML has names as keys here.
    private static Map<String, Object> map(Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }

    private static List<?> list(Object node) {
        return node == null ? List.of() : (List<?>) node;
    }

    private static String read(String file) throws IOException {
        return Files.readString(HOME.resolve(file));
    }
}
