/** The embedded stack: a broker, a database and a Connect worker on one data directory, in one process. */
package io.marquee.ops.stack;
