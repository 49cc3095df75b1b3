package io.marquee.ingest.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells how to fetch what a location names, and how to explain that it cannot be had. */
final class Remotes {

    private static final Pattern ABSTRACTS = Pattern.compile(".*/(?<wiki>\\w+)-\\w+-abstract[^/]*\\.xml\\.gz");

    private final FetchSettings settings;
    private final ObjectStore store;

    Remotes(FetchSettings settings) {
        this.settings = settings;
        this.store = new ObjectStore(settings.environment());
    }

    Remote of(Location.Web web) {
        URI uri = web.uri();
        Target target = Target.of(uri);
        String folder = FileNames.folder(uri.getHost(), Redaction.identity(uri.toString()));
        return new Remote(
                web.toString(),
                Path.of("web", folder, FileNames.lastOf(uri.getPath())),
                () -> target,
                OptionalLong.empty(),
                Optional.empty(),
                reply -> explainWeb(uri, reply.status()),
                false);
    }

    private String explainWeb(URI uri, int status) {
        Matcher abstracts = ABSTRACTS.matcher(uri.getPath());
        if (status == 404 && uri.getHost().equalsIgnoreCase(settings.dumps().getHost()) && abstracts.matches()) {
            return "is no longer published: Wikipedia discontinued this dump in February 2025; give "
                    + abstracts.group("wiki") + ":latest, the dump of all articles, or the path of an archived copy";
        }
        return switch (status) {
            case 401, 403 ->
                "may not be read (" + status
                        + "): put a user and password into the address, as in https://user:password@host/file, or take"
                        + " an address that is open";
            case 404, 410 -> "is not there (" + status + "): check the address";
            default -> "cannot be had, the server answers " + status + ": check the address";
        };
    }

    Remote of(Location.Bucket bucket) {
        String folder = FileNames.folder(bucket.bucket(), bucket + " " + store.endpoint());
        return new Remote(
                bucket.toString(),
                Path.of("s3", folder, FileNames.lastOf(bucket.key())),
                () -> store.target(bucket),
                OptionalLong.empty(),
                Optional.empty(),
                store::explain,
                true);
    }

    Remote of(Location.Kaggle dataset) {
        URI uri = FileNames.below(
                settings.kaggle(), "/api/v1/datasets/download/" + dataset.owner() + "/" + dataset.dataset());
        Target target = new KaggleAccess(settings.environment()).target(uri);
        return new Remote(
                dataset.toString(),
                Path.of("kaggle", dataset.owner() + "-" + dataset.dataset(), dataset.dataset() + ".zip"),
                () -> target,
                OptionalLong.empty(),
                Optional.empty(),
                reply -> KaggleAccess.explain(reply.status()),
                false);
    }

    Remote of(DumpEdition edition, DumpFile file) {
        Target target = Target.of(FileNames.below(settings.dumps(), file.path()));
        return new Remote(
                edition + " (" + file.name() + ")",
                edition.folder().resolve(file.name()),
                () -> target,
                OptionalLong.of(file.size()),
                Optional.of(Checksum.sha1(file.sha1())),
                reply -> "cannot be had, the server answers " + reply.status() + ": name another edition, such as "
                        + edition.wiki() + ":latest",
                false);
    }
}
