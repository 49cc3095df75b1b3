package io.marquee.ingest;

import io.marquee.ingest.verification.VerificationSettings;
import io.marquee.settings.UserException;
import picocli.CommandLine.Option;

/** How runs are verified, as every command has it that verifies one. */
public final class VerificationOptions {

    @Option(
            names = "--max-linked-drop",
            paramLabel = "POINTS",
            defaultValue = "5",
            description = "A run is suspect if its share of films with a page is more percentage points lower than that"
                    + " of the last run that succeeded on these films (default: ${DEFAULT-VALUE}).")
    private double maxLinkedDrop;

    /**
     * How a run is verified.
     *
     * @param showSuspect whether the report of a suspect run is shown nevertheless
     * @throws UserException for a number out of its range
     */
    public VerificationSettings settings(boolean showSuspect) {
        if (!(maxLinkedDrop >= 0 && maxLinkedDrop <= 100)) {
            throw new UserException("--max-linked-drop must be 0 to 100 percentage points, not " + maxLinkedDrop);
        }
        return new VerificationSettings(maxLinkedDrop, showSuspect);
    }
}
