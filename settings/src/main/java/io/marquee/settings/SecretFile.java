package io.marquee.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds a password and nothing else, as an orchestrator mounts a secret. */
public final class SecretFile {

    private SecretFile() {}

    /**
     * Reads it, without white space around it.
     *
     * @param option that names the file, such as {@code --database-password-file}
     * @param file the file
     * @throws UserException that names the option, if the file cannot be read or is empty
     */
    public static String read(String option, Path file) {
        String secret;
        try {
            secret = Files.readString(file).strip();
        } catch (IOException e) {
            throw new UserException(
                    "the file of " + option + " cannot be read: " + e + "; name one that this user may read", e);
        }
        if (secret.isEmpty()) {
            throw new UserException("the file of " + option + ", " + file + ", is empty: write the password into it");
        }
        return secret;
    }
}
