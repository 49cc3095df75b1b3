package io.marquee.ingest.notify;

import io.marquee.records.PipelineRun;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of some events over some channels. What cannot be told is a warning in the log. */
final class Notifications implements Notifier {

    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);

    private final Set<NotificationEvent> events;
    private final List<Channel> channels;
    private final String host;

    Notifications(Set<NotificationEvent> events, List<Channel> channels, String host) {
        this.events = Set.copyOf(events);
        this.channels = List.copyOf(channels);
        this.host = host;
    }

    @Override
    public void ended(PipelineRun run, Optional<PipelineRun> before) {
        NotificationEvent.of(run, before).ifPresent(event -> send(new Notification(event, run, run.error(), host)));
    }

    @Override
    public void failed(String error) {
        send(new Notification(NotificationEvent.FAILED, null, error, host));
    }

    private void send(Notification notification) {
        if (!events.contains(notification.event())) {
            return;
        }
        // An interrupt is meant for the run, not for what is told of it.
        boolean interrupted = Thread.interrupted();
        for (Channel channel : channels) {
            try {
                channel.send(notification);
            } catch (IOException e) {
                LOG.warn("nobody was told that a run {}: {}", notification.event(), e.getMessage());
            } catch (InterruptedException e) {
                LOG.warn("nobody was told that a run {}: interrupted", notification.event());
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
