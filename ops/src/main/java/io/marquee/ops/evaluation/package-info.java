/** Measures how many links are right, against a list of films whose pages are known. */
package io.marquee.ops.evaluation;
