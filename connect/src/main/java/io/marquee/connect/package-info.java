/** The way from the topics to the tables: migrations that make the tables, connectors that fill them. */
package io.marquee.connect;
