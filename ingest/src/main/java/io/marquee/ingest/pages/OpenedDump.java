package io.marquee.ingest.pages;

import java.util.concurrent.ExecutorService;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * A dump of which the beginning was read.
 *
 * @param xml stands at the start of the root element
 * @param bytes which {@code xml} reads, and which can be read again from their beginning instead
 * @param workers may be given work
 * @param threads how many they are
 */
record OpenedDump(XMLStreamReader2 xml, HeadInputStream bytes, ExecutorService workers, int threads) {}
