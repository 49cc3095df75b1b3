package io.marquee.processor;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/** Bounds what all stores of the process take outside the heap, however many there are. */
public final class RocksMemory implements RocksDBConfigSetter {

    private static final long CACHE_BYTES = 256L << 20;
    private static final long WRITE_BUFFERS_BYTES = 192L << 20;

    /**
     * Once all buffers together are full, a store that is written to is flushed at every write, however little it has, as long
     * as others that nobody writes to hold the memory. So the buffers of some ninety stores fit in.
     */
    private static final long WRITE_BUFFER_BYTES = 2L << 20;

    /** A store takes its write buffer in such pieces; by default an eighth of it, which many small stores never fill. */
    private static final long PIECE_BYTES = 64L << 10;

    private static final Cache CACHE = new LRUCache(CACHE_BYTES);
    private static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(WRITE_BUFFERS_BYTES, CACHE);

    @Override
    public void setConfig(String store, Options options, Map<String, Object> settings) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(WRITE_BUFFERS);
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setArenaBlockSize(PIECE_BYTES);
        options.setMaxWriteBufferNumber(3);
    }

    @Override
    public void close(String store, Options options) {
        // The cache and the buffers are shared by all stores and live as long as the process.
    }
}
