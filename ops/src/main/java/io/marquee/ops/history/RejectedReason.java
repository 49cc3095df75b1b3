package io.marquee.ops.history;

/** What is alike in the reasons of rejected records. */
public final class RejectedReason {

    /** In SQL: reasons name what they met, in quotes or as a number; without that they are alike. */
    public static final String KIND = "regexp_replace(reason, '''[^'']*''|[0-9]+', '…', 'g')";

    private RejectedReason() {}
}
