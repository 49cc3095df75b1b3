/** Sends to Kafka what was read: films, pages, rejected records, barriers. */
package io.marquee.ingest.publish;
