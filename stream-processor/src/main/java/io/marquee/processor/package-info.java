/** The Kafka Streams application: its topology, its settings and its main. */
package io.marquee.processor;
