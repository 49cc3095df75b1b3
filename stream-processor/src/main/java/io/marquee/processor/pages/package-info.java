/** Pages: which may be a film's, and what they say. */
package io.marquee.processor.pages;
