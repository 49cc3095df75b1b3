package io.marquee.ingest.notify;

import io.marquee.settings.UserException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Who is told how runs end, as every command has it that starts runs. */
public final class NotifyOptions {

    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Option(
            names = "--notify-url",
            paramLabel = "URL",
            description = "A web address that is posted JSON to, such as a chat tool's webhook. Set it as"
                    + " MARQUEE_NOTIFY_URL in the environment if who knows it may post there.")
    private String url;

    @Option(
            names = "--notify-url-file",
            paramLabel = "FILE",
            description = "A file that holds that address, and nothing else.")
    private Path urlFile;

    @Option(
            names = "--notify-template",
            paramLabel = "FILE",
            description =
                    "What is posted: JSON with ${'$'}{text}, ${'$'}{event}, ${'$'}{error}, ${'$'}{run_id} and so"
                            + " on to be filled in, such as {\"text\": \"${'$'}{text}\"}; without it, an object of all of them.")
    private Path template;

    @Option(
            names = "--notify-command",
            paramLabel = "WORD",
            split = " ",
            description = "A program, with its arguments, that is started with the same JSON on its input, and with"
                    + " MARQUEE_EVENT, MARQUEE_TEXT and so on in its environment.")
    private List<String> command = List.of();

    @Option(
            names = "--notify-on",
            paramLabel = "EVENT",
            split = ",",
            defaultValue = "failed,suspect,recovered",
            description = "What is told of (default: ${DEFAULT-VALUE}).")
    private Set<NotificationEvent> events;

    /**
     * Tells whom the options name; nobody if they name none.
     *
     * @throws UserException for an address that is none, or a template that cannot be read or used
     */
    public Notifier notifier() {
        List<Channel> channels = new ArrayList<>();
        address().ifPresent(address -> channels.add(new Webhook(address, body(), ANSWER, PAUSE)));
        if (!command.isEmpty()) {
            channels.add(new Command(command, ANSWER));
        }
        return channels.isEmpty() ? Notifier.NONE : new Notifications(events, channels, host());
    }

    private Optional<URI> address() {
        if (url != null && urlFile != null) {
            throw new UserException("give --notify-url or --notify-url-file, not both");
        }
        return Optional.ofNullable(urlFile == null ? url : read(urlFile, "--notify-url-file"))
                .map(String::strip)
                .map(NotifyOptions::webAddress);
    }

    private static URI webAddress(String text) {
        try {
            URI address = URI.create(text);
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("(?i)https?")) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new UserException("the address of --notify-url is none of the web", e.getCause());
        }
        throw new UserException("the address of --notify-url must begin with https:// or http:// and a host");
    }

    private Optional<Template> body() {
        return Optional.ofNullable(template).map(file -> new Template(read(file, "--notify-template")));
    }

    private static String read(Path file, String option) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UserException("the file of " + option + " cannot be read: " + e, e);
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "an unnamed host";
        }
    }
}
