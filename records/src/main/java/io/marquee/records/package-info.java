/** The contract: what the topics carry, what they are called, and how it is written. */
package io.marquee.records;
