package io.marquee.ingest.verification;

import io.marquee.ingest.publish.KafkaConnection;
import io.marquee.records.PipelineRun;
import java.sql.Connection;

/**
 * What is verified: a run, by the tables and topics that it has filled.
 *
 * @param run its story, with what was counted
 * @param tables the database, in a transaction; rules change nothing that outlives it
 * @param topics the broker
 */
public record Subject(PipelineRun run, Connection tables, KafkaConnection topics) {}
