package io.marquee.ops.setup;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Tells a database that will be there soon from one that never will, so that a wrong password is told at once. */
final class PassingTrouble {

    /**
     * Classes of SQLSTATE: the connection fails, the server has no room, it starts or stops. 3D is a database that does
     * not exist yet.
     */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "3D");

    private PassingTrouble() {}

    /** What a database that may be there soon had to say, in one line; empty if something else is wrong. */
    static Optional<String> of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e
                    && e.getSQLState() != null
                    && CLASSES.contains(e.getSQLState().substring(0, 2))) {
                return Optional.of(e.getMessage());
            }
        }
        return Optional.empty();
    }
}
