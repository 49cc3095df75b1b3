/** The launcher: the pipeline on an embedded stack, and the commands that speak to it. */
package io.marquee.ops;
