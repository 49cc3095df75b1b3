/** Title keys: the normal form on which films and pages meet. */
package io.marquee.processor.titles;
