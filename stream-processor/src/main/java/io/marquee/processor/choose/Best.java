package io.marquee.processor.choose;

import io.marquee.records.ReportRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the best rows of many, in bounded memory. */
public final class Best {

    private final int size;
    private final Comparator<ReportRow> order;
    private final PriorityQueue<ReportRow> worstFirst;

    /**
     * @param size how many rows to keep
     * @param order the best first
     */
    public Best(int size, Comparator<ReportRow> order) {
        this.size = size;
        this.order = order;
        this.worstFirst = new PriorityQueue<>(order.reversed());
    }

    /** Takes a row in. */
    public void add(ReportRow row) {
        if (worstFirst.size() < size) {
            worstFirst.add(row);
        } else if (order.compare(row, worstFirst.peek()) < 0) {
            worstFirst.poll();
            worstFirst.add(row);
        }
    }

    /** The rows kept, the best first. */
    public List<ReportRow> inOrder() {
        List<ReportRow> rows = new ArrayList<>(worstFirst);
        rows.sort(order);
        return rows;
    }
}
