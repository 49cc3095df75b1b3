/** The join of films and pages by title key, both ways. */
package io.marquee.processor.join;
