/** What a process measures of itself, and where it can be asked for it. */
package io.marquee.metrics;
