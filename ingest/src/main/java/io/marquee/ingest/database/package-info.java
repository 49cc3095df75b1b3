/** The database of the tables, as the ingestor reaches it. */
package io.marquee.ingest.database;
