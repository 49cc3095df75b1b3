package io.marquee.ingest;

import io.marquee.ingest.database.DatabaseAddress;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the tables are, for programs that stand apart from them. */
public final class DatabaseOptions {

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "The tables, such as jdbc:postgresql://localhost:5432/marquee.")
    private String url;

    @Option(
            names = "--database-user",
            paramLabel = "NAME",
            defaultValue = "marquee",
            description = "Who connects (default: ${DEFAULT-VALUE}).")
    private String user;

    @Option(
            names = "--database-password",
            paramLabel = "PASSWORD",
            description = "Set it as MARQUEE_DATABASE_PASSWORD in the environment: whoever lists processes sees flags.")
    private String password;

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            description = "A file that holds the password, and nothing else.")
    private Path passwordFile;

    /**
     * The database, if one is named.
     *
     * @throws UserException for an address that is none, or a file that cannot be read
     */
    public Optional<DatabaseAddress> address() {
        return Optional.ofNullable(url).filter(text -> !text.isBlank()).map(text -> {
            if (password != null && passwordFile != null) {
                throw new UserException("give --database-password or --database-password-file, not both");
            }
            return new DatabaseAddress(text, user, passwordFile == null ? password : read(passwordFile));
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UserException("the file of --database-password-file cannot be read: " + e, e);
        }
    }
}
