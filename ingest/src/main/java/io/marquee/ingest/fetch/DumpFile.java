package io.marquee.ingest.fetch;

/**
 * One file of a dump.
 *
 * @param name its name
 * @param path where it is on the dumps site, from its root
 * @param size bytes
 * @param sha1 in hexadecimal
 */
record DumpFile(String name, String path, long size, String sha1) {}
