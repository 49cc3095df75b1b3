/** The run: decides what has changed, has it read and published, closes it and judges it; and its schedule. */
package io.marquee.ingest.run;
