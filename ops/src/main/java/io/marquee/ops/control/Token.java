package io.marquee.ops.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquee.settings.UserException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What a person must know to change anything. */
public final class Token {

    private static final Pattern SIGNS = Pattern.compile("[!-~]+");
    private static final int LEAST = 16;
    private static final int RANDOM_BYTES = 24;

    private final String value;

    private Token(String value) {
        this.value = value;
    }

    /** One at random. */
    public static Token random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Token(HexFormat.of().formatHex(bytes));
    }

    /**
     * One that was chosen.
     *
     * @throws UserException for one that can be guessed, or that a header cannot carry
     */
    public static Token of(String value) {
        if (!SIGNS.matcher(value).matches()) {
            throw new UserException(
                    "the token in the file of --console-token-file has a space or a letter that a header"
                            + " cannot carry: make it of letters from a to z, digits and signs");
        }
        if (value.length() < LEAST) {
            throw new UserException("the token in the file of --console-token-file is shorter than " + LEAST
                    + " characters and can be guessed: choose a longer one");
        }
        return new Token(value);
    }

    /** As a person types it. */
    public String value() {
        return value;
    }

    /** Whether a header has it, as {@code Bearer …}; in a time that does not tell how much of it is right. */
    public boolean isIn(String authorization) {
        return authorization != null
                && MessageDigest.isEqual(authorization.getBytes(UTF_8), ("Bearer " + value).getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "a token";
    }
}
