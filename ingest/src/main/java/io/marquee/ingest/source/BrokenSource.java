package io.marquee.ingest.source;

import io.marquee.settings.UserException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;

/** Puts what went wrong while a source was read or unpacked into words. */
public final class BrokenSource {

    private BrokenSource() {}

    /**
     * The error for the user.
     *
     * @param name of the file
     * @param place where in it, such as {@code near line 12}
     * @param cause what reading or unpacking threw
     */
    public static UserException of(String name, String place, IOException cause) {
        boolean cutOff = cause instanceof EOFException || cause instanceof CutOffException || mentionsEnd(cause);
        String what = cutOff ? " is cut off " : " is damaged or cannot be read ";
        String detail = cutOff || cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")";
        return new UserException(name + what + place + detail + ": fetch it again", cause);
    }

    private static boolean mentionsEnd(IOException cause) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("unexpected end") || message.contains("truncated");
    }
}
