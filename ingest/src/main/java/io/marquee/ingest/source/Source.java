package io.marquee.ingest.source;

import io.marquee.settings.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;

/** One file that can be read more than once. Other schemes join by implementing this and by {@link Sources#of}. */
public interface Source {

    /** Where it is, as it was asked for. */
    String location();

    /** What its places are called by: the file's name, or the location where two files of a source share a name. */
    String name();

    /**
     * What can be known of it without reading it.
     *
     * @throws UserException if it is not there, is not a file, or may not be read
     */
    SourceStamp stamp();

    /**
     * Opens its bytes as they are stored.
     *
     * @throws IOException if it cannot be opened
     */
    InputStream open() throws IOException;

    /**
     * Opens its bytes for reading anywhere in them, as a zip's directory wants it.
     *
     * @throws IOException if it cannot be opened
     */
    SeekableByteChannel openChannel() throws IOException;
}
