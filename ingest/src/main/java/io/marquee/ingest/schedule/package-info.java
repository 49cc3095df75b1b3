/** When runs start: the clock, its store, and the lock that keeps two runs apart. */
package io.marquee.ingest.schedule;
