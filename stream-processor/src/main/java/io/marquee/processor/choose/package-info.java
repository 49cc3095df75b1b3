/** The choice of a film's page, and how its money did. */
package io.marquee.processor.choose;
