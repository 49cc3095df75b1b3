package io.marquee.ingest.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.marquee.records.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the dumps site tells of an edition in its {@code dumpstatus.json}. */
final class DumpStatus {

    /** One file of all articles; made of the parts after them. */
    private static final String WHOLE = "articlesmultistreamdumprecombine";

    /** The articles in parts, or in one file where the wiki is small. */
    private static final String PARTS = "articlesmultistreamdump";

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private DumpStatus() {}

    /**
     * The files of all articles, in order; empty if they are not finished.
     *
     * @throws JsonProcessingException for a text that is no JSON
     */
    static List<DumpFile> files(String text) throws JsonProcessingException {
        JsonNode jobs = Json.mapper().readTree(text).path("jobs");
        List<DumpFile> whole = files(jobs.path(WHOLE));
        return whole.isEmpty() ? files(jobs.path(PARTS)) : whole;
    }

    private static List<DumpFile> files(JsonNode job) {
        if (!job.path("status").asText().equals("done")) {
            return List.of();
        }
        List<DumpFile> files = new ArrayList<>();
        for (Map.Entry<String, JsonNode> file : job.path("files").properties()) {
            String name = file.getKey();
            if (!name.contains("-multistream-index") && name.endsWith(".bz2")) {
                JsonNode about = file.getValue();
                String path = about.path("url").asText();
                String sha1 = about.path("sha1").asText();
                if (!path.startsWith("/")
                        || !about.path("size").canConvertToLong()
                        || !sha1.matches("[0-9a-fA-F]{40}")) {
                    // One file of which too little is known makes the whole edition unusable.
                    return List.of();
                }
                files.add(new DumpFile(
                        FileNames.safe(name), path, about.path("size").asLong(), sha1));
            }
        }
        files.sort(Comparator.comparing(DumpFile::name, DumpStatus::compareByNumbers));
        return files;
    }

    /** Part 2 comes before part 10. */
    private static int compareByNumbers(String one, String other) {
        Matcher left = NUMBER.matcher(one);
        Matcher right = NUMBER.matcher(other);
        while (left.find() && right.find()) {
            int order = new java.math.BigInteger(left.group()).compareTo(new java.math.BigInteger(right.group()));
            if (order != 0) {
                return order;
            }
        }
        return one.compareTo(other);
    }
}
