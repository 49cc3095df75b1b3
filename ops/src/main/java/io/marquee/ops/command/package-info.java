/** The command {@code marquee} and its verbs. */
package io.marquee.ops.command;
