/** What the ingestor measures. */
package io.marquee.ingest.measure;
