package io.marquee.ingest.films;

/** A text is not a Python literal; the message says why and at which character. */
final class PythonSyntaxException extends Exception {

    PythonSyntaxException(String message) {
        super(message);
    }

    PythonSyntaxException(String message, Throwable cause) {
        super(message, cause);
    }
}
