/** The steps that a stack in containers takes before it works: tables with their roles, connectors on a worker. */
package io.marquee.ops.setup;
