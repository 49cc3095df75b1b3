/** What is stored of runs that were: their stories and their lines in the log. */
package io.marquee.ops.history;
