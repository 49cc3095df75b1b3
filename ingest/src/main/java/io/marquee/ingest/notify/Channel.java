package io.marquee.ingest.notify;

import java.io.IOException;

/** A way to tell somebody. */
interface Channel {

    /**
     * Tells.
     *
     * @throws IOException if it cannot be told, with a reason that names no secret
     */
    void send(Notification notification) throws IOException, InterruptedException;
}
