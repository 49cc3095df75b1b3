/** The ranking and the report. */
package io.marquee.processor.rank;
