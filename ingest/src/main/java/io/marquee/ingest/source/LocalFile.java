package io.marquee.ingest.source;

import io.marquee.settings.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** A file on this machine. */
record LocalFile(String location, String name, Path path) implements Source {

    @Override
    public SourceStamp stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new UserException(location + " is not a file: name the file itself");
            }
            if (!Files.isReadable(path)) {
                throw unreadable(null);
            }
            return new SourceStamp(
                    path.toAbsolutePath().normalize().toUri(),
                    attributes.size(),
                    attributes.lastModifiedTime().toInstant());
        } catch (NoSuchFileException e) {
            throw new UserException("no such file: " + location + ": check the path", e);
        } catch (AccessDeniedException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new UserException("cannot look at " + location + " (" + e + "): check the path", e);
        }
    }

    private UserException unreadable(IOException cause) {
        return new UserException(
                location + " may not be read: give the user who runs this the right to read it", cause);
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public SeekableByteChannel openChannel() throws IOException {
        return Files.newByteChannel(path);
    }
}
