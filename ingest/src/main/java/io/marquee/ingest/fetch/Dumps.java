package io.marquee.ingest.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.marquee.settings.UserException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the editions of dumps on their site. */
final class Dumps {

    private static final Pattern EDITION = Pattern.compile("href=\"(?:[^\"]*/)?(\\d{8})/?\"");

    // Two editions are made each month, and one takes up to three weeks.
    private static final int NEWEST = 6;

    private final URI site;
    private final WebText web;

    Dumps(URI site, WebText web) {
        this.site = site;
        this.web = web;
    }

    /**
     * Finds an edition.
     *
     * @throws UserException if there is none, or it is not finished
     */
    DumpEdition find(Location.Dump dump) throws InterruptedException {
        if (!dump.edition().equals(Location.Dump.LATEST)) {
            return edition(dump, dump.edition())
                    .orElseThrow(() -> new UserException(dump + " is not at " + folder(dump)
                            + ", or is not finished: name another edition, or " + dump.wiki() + ":latest"));
        }
        List<String> newest =
                dates(dump).sorted(Comparator.reverseOrder()).limit(NEWEST).toList();
        for (String date : newest) {
            Optional<DumpEdition> edition = edition(dump, date);
            if (edition.isPresent()) {
                return edition.get();
            }
        }
        throw new UserException(dump + " cannot be found: none of the newest " + newest.size() + " editions at "
                + folder(dump) + " is finished: try again later, or name an older edition");
    }

    /**
     * Finds all finished editions from one on.
     *
     * @param from the first
     * @param to the last date, eight digits as well
     * @return the oldest first
     */
    List<Location.Dump> between(Location.Dump from, String to) throws InterruptedException {
        List<String> dates = dates(from)
                .filter(date -> date.compareTo(from.edition()) >= 0 && date.compareTo(to) <= 0)
                .sorted()
                .toList();
        List<Location.Dump> finished = new ArrayList<>();
        for (String date : dates) {
            if (edition(from, date).isPresent()) {
                finished.add(new Location.Dump(from.wiki(), date));
            }
        }
        return finished;
    }

    private Stream<String> dates(Location.Dump dump) throws InterruptedException {
        String listing = web.get(dump.toString(), folder(dump))
                .orElseThrow(() -> new UserException(
                        dump + " cannot be found: there is no " + folder(dump) + ": check the wiki's name"));
        return EDITION.matcher(listing).results().map(result -> result.group(1)).distinct();
    }

    private Optional<DumpEdition> edition(Location.Dump dump, String date) throws InterruptedException {
        URI status = folder(dump).resolve(date + "/dumpstatus.json");
        Optional<String> text = web.get(dump.toString(), status);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<DumpFile> files = DumpStatus.files(text.get());
            return files.isEmpty() ? Optional.empty() : Optional.of(new DumpEdition(dump.wiki(), date, files));
        } catch (JsonProcessingException e) {
            throw new UserException(
                    dump + " cannot be found: " + status + " is no JSON: try again later, or name another edition", e);
        }
    }

    private URI folder(Location.Dump dump) {
        return FileNames.below(site, "/" + dump.wiki() + "/");
    }
}
