/** The evidence for and against a page's being a film's, its weights, and who gets a page that two films want. Pure. */
package io.marquee.processor.match;
