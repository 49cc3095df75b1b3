/** The ingestor: reads the sources and publishes them, run by run. */
package io.marquee.ingest;
