/** Asking and telling the schedule of runs: in this process, in another, or by a database. */
package io.marquee.ops.control;
