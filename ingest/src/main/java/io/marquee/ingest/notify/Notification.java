package io.marquee.ingest.notify;

import io.marquee.records.Json;
import io.marquee.records.PipelineRun;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What is told.
 *
 * @param event what happened
 * @param run that ended; null if it could not even begin
 * @param error what went wrong, or null
 * @param host on which it was
 */
record Notification(NotificationEvent event, PipelineRun run, String error, String host) {

    /** Its parts by name, in the order in which they are told; null where there is nothing to tell. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("event", event.name().toLowerCase(Locale.ROOT));
        fields.put("text", text());
        fields.put("error", error);
        fields.put("host", host);
        fields.put("run_id", run == null ? null : run.runId());
        fields.put("reason", run == null ? null : run.reason());
        fields.put("started_at", run == null ? null : run.startedAt());
        fields.put("ended_at", run == null ? null : run.endedAt());
        fields.put("films", run == null ? null : run.filmCount());
        fields.put("matched", run == null ? null : run.matched());
        fields.put("report_rows", run == null ? null : run.reportRows());
        return fields;
    }

    /** A sentence for a person. */
    private String text() {
        String which = run == null ? "a run" : "run " + run.runId();
        return switch (event) {
            case FAILED -> "Marquee on " + host + ": " + which + " failed: " + error;
            case SUSPECT -> "Marquee on " + host + ": " + which + " is suspect: " + error;
            case RECOVERED -> "Marquee on " + host + ": " + which + " ended well again";
        };
    }

    /** As a JSON object. */
    byte[] json() {
        return Json.write(fields());
    }
}
