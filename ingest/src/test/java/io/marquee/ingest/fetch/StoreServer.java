package io.marquee.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** An S3-compatible store on this machine that checks signatures. */
final class StoreServer implements AutoCloseable {

    static final String KEY_ID = "AKIDEXAMPLE";
    static final String SECRET = "a/secret+key";
    static final String BUCKET = "films";

    private final BlobStore store;
    private final S3Proxy server;

    StoreServer(Path folder, boolean open) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", folder.toString());
        properties.setProperty("jclouds.identity", KEY_ID);
        properties.setProperty("jclouds.credential", SECRET);
        store = BlobStores.create("filesystem-nio2", properties);
        store.createContainer(BUCKET);
        S3Proxy.Builder builder = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .stopTimeout(0);
        server = (open
                        ? builder.awsAuthentication(AuthenticationType.NONE, "", "")
                        : builder.awsAuthentication(AuthenticationType.AWS_V4, KEY_ID, SECRET))
                .build();
        server.start();
    }

    void put(String key, byte[] bytes) {
        PutObjectRequest request = PutObjectRequest.builder()
                .bucket(BUCKET)
                .key(key)
                .contentLength((long) bytes.length)
                .build();
        store.putBlob(request, new ByteArrayInputStream(bytes));
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() throws Exception {
        server.stop();
        store.close();
    }
}
