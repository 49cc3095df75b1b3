package io.marquee.ingest.verification;

/**
 * How a run is verified.
 *
 * @param mostPoints by how many percentage points the share of films with a page may fall
 * @param showSuspect whether the report of a run is shown although a rule is broken
 */
public record VerificationSettings(double mostPoints, boolean showSuspect) {

    /** The settings that hold where nothing else is said. */
    public static final VerificationSettings DEFAULT = new VerificationSettings(5, false);
}
