/** The web page on which people watch and steer the runs and look at what came of them. */
package io.marquee.ops.console;
