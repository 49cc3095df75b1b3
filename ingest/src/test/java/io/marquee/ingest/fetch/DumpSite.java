package io.marquee.ingest.fetch;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Serves dumps as their site does: a list of editions, and for each its status and its files. */
final class DumpSite {

    static final String WHOLE = "articlesmultistreamdumprecombine";
    static final String PARTS = "articlesmultistreamdump";

    private final FileServer server;
    private final Map<String, List<String>> editions = new LinkedHashMap<>();

    DumpSite(FileServer server) {
        this.server = server;
    }

    /** One job of an edition. */
    record Job(String name, String status, Map<String, ServedFile> files) {

        /** Without the index files that the site has beside each; they are added. */
        Job {
            Map<String, ServedFile> all = new LinkedHashMap<>();
            files.forEach((file, served) -> {
                all.put(
                        file.replaceFirst("multistream(\\d*)\\.xml", "multistream-index$1.txt"),
                        ServedFile.random(10, 9));
                all.put(file, served);
            });
            files = all;
        }
    }

    /** Lists an edition of a wiki with these jobs. */
    void publish(String wiki, String date, Job... jobs) throws IOException {
        List<String> dates = editions.computeIfAbsent(wiki, any -> new ArrayList<>());
        if (!dates.contains(date)) {
            dates.add(date);
        }
        StringBuilder listing = new StringBuilder("<html><a href=\"../\">../</a><a href=\"latest/\">latest/</a>");
        dates.forEach(any -> listing.append("<a href=\"" + any + "/\">" + any + "/</a>"));
        server.serve("/" + wiki + "/", listing.toString());
        StringBuilder status =
                new StringBuilder("{\"version\":\"0.8\",\"jobs\":{\"articlesdump\":{\"status\":\"done\"}");
        for (Job job : jobs) {
            status.append(",\"" + job.name() + "\":{\"status\":\"" + job.status() + "\",\"files\":{");
            List<String> files = new ArrayList<>();
            for (Map.Entry<String, ServedFile> file : job.files().entrySet()) {
                String path = "/" + wiki + "/" + date + "/" + file.getKey();
                server.serve(path, file.getValue());
                files.add(
                        "\"" + file.getKey() + "\":{\"size\":" + file.getValue().bytes().length + ",\"url\":\"" + path
                                + "\",\"sha1\":\"" + sha1(file.getValue()) + "\",\"md5\":\"\"}");
            }
            status.append(String.join(",", files)).append("}}");
        }
        server.serve(
                "/" + wiki + "/" + date + "/dumpstatus.json",
                status.append("}}").toString());
    }

    private static String sha1(ServedFile file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(file.bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }
}
