package io.marquee.ops.setup;

import io.marquee.settings.UserException;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a step waits for what it needs. */
final class WaitOption {

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "How long to wait for what is not there yet (default: ${DEFAULT-VALUE}).")
    private long seconds;

    /**
     * The patience that was asked for.
     *
     * @throws UserException for a number out of its range
     */
    Patience patience() {
        if (seconds < 0) {
            throw new UserException("--wait must be at least 0, not " + seconds);
        }
        return new Patience(Duration.ofSeconds(seconds));
    }
}
