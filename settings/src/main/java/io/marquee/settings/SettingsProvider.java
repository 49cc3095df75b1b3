package io.marquee.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Gives an option that no flag sets its value from the environment, else from a settings file.
 *
 * <p>The option {@code --min-budget} is {@code MARQUEE_MIN_BUDGET} in the environment and {@code min-budget} in the
 * file, a Java properties file named by {@code MARQUEE_CONFIG}. A key that no command knows is an error.
 */
public final class SettingsProvider implements IDefaultValueProvider {

    private static final String PREFIX = Variables.PREFIX;
    private static final String CONFIG = PREFIX + "CONFIG";

    /** Read by the shell command and the JVM around the program, not by options. */
    private static final Set<String> RESERVED =
            Set.of(CONFIG, PREFIX + "HOME", PREFIX + "JAVA_OPTIONS", PREFIX + "LOG_DIR", PREFIX + "LOG_STDOUT");

    private final Map<String, String> values = new TreeMap<>();

    private SettingsProvider() {}

    /**
     * Reads the environment and the file that it names.
     *
     * @param root the command whose options, with those of its subcommands, are the known keys
     * @param environment the process's environment
     * @throws UserException for a file that cannot be read or a key that no option has
     */
    public static SettingsProvider read(CommandLine root, Map<String, String> environment) {
        Set<String> known = new TreeSet<>();
        collect(root.getCommandSpec(), known);
        SettingsProvider provider = new SettingsProvider();
        String file = environment.get(CONFIG);
        if (file != null && !file.isBlank()) {
            provider.readFile(Path.of(file), known);
        }
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !RESERVED.contains(name)) {
                String key =
                        name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
                requireKnown(key, known, "environment variable " + name, Variables::of);
                if (!value.isEmpty()) {
                    provider.values.put(key, value);
                }
            }
        });
        return provider;
    }

    private void readFile(Path file, Set<String> known) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new UserException(
                    "cannot read the settings file " + file + " (" + e + "): mend it or unset " + CONFIG, e);
        }
        for (String key : properties.stringPropertyNames()) {
            requireKnown(key, known, "key " + key + " in " + file, UnaryOperator.identity());
            values.put(key, properties.getProperty(key));
        }
    }

    private static void collect(CommandSpec command, Set<String> known) {
        for (OptionSpec option : command.options()) {
            known.add(key(option));
        }
        command.subcommands().values().forEach(subcommand -> collect(subcommand.getCommandSpec(), known));
    }

    private static void requireKnown(String key, Set<String> known, String where, UnaryOperator<String> spelling) {
        if (!known.contains(key)) {
            throw new UserException("unknown setting: " + where
                    + Nearest.to(key, known)
                            .map(name -> ": did you mean " + spelling.apply(name) + "?")
                            .orElse(": remove it"));
        }
    }

    private static String key(OptionSpec option) {
        return option.longestName().replaceFirst("^-+", "");
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        String value = argument instanceof OptionSpec option ? values.get(key(option)) : null;
        // Picocli would put in a variable of its own, or nothing.
        return value == null ? null : value.replace("${", "$${");
    }
}
