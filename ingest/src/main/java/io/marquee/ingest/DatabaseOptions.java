package io.marquee.ingest;

import io.marquee.ingest.database.DatabaseAddress;
import io.marquee.settings.SecretFile;
import io.marquee.settings.UserException;
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
            return new DatabaseAddress(
                    text,
                    user,
                    passwordFile == null ? password : SecretFile.read("--database-password-file", passwordFile));
        });
    }

    /**
     * The database.
     *
     * @throws UserException if none is named, and as {@link #address()}
     */
    public DatabaseAddress required() {
        return address().orElseThrow(() -> new UserException("missing required option: --database (MARQUEE_DATABASE)"));
    }
}
