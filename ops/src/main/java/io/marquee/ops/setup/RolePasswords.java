package io.marquee.ops.setup;

import io.marquee.connect.Role;
import io.marquee.ingest.database.DatabaseAddress;
import io.marquee.settings.SecretFile;
import io.marquee.settings.UserException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The files with the passwords of the roles. */
final class RolePasswords {

    private static final String SINK = "--sink-password-file";
    private static final String INGEST = "--ingest-password-file";
    private static final String READER = "--reader-password-file";

    @Option(
            names = SINK,
            required = true,
            paramLabel = "FILE",
            description = "Holds the password of sink_writer, with which connectors write, and nothing else.")
    private Path sink;

    @Option(
            names = INGEST,
            required = true,
            paramLabel = "FILE",
            description = "Holds the password of ingestor, with which ingestors read and keep their schedule.")
    private Path ingest;

    @Option(
            names = READER,
            required = true,
            paramLabel = "FILE",
            description = "Holds the password of bi_reader, with which dashboards read.")
    private Path reader;

    /**
     * The passwords.
     *
     * @param owner whose password none may have
     * @throws UserException that names the option, if one is missing or two are the same
     */
    Map<Role, String> read(DatabaseAddress owner) {
        Map<Role, String> passwords = new EnumMap<>(Role.class);
        passwords.put(Role.SINK_WRITER, SecretFile.read(SINK, sink));
        passwords.put(Role.INGESTOR, SecretFile.read(INGEST, ingest));
        passwords.put(Role.BI_READER, SecretFile.read(READER, reader));
        Map<String, String> options = new LinkedHashMap<>();
        if (owner.password() != null) {
            options.put(owner.password(), "--database-password");
        }
        requireOwn(options, SINK, passwords.get(Role.SINK_WRITER));
        requireOwn(options, INGEST, passwords.get(Role.INGESTOR));
        requireOwn(options, READER, passwords.get(Role.BI_READER));
        return passwords;
    }

    private static void requireOwn(Map<String, String> options, String option, String password) {
        String other = options.putIfAbsent(password, option);
        if (other != null) {
            throw new UserException("the password of " + option + " is that of " + other
                    + " too: give every role a password of its own");
        }
    }
}
