/** Reads {@code movies_metadata.csv}: rows to films, and rows that cannot be one to rejections. */
package io.marquee.ingest.films;
