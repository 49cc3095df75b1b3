package io.marquee.ops.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows under a header, each column as wide as its widest cell. */
final class TextTable {

    private final List<String> header;
    private final List<Boolean> numbers;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param header names of the columns
     * @param numbers for each column, whether it holds numbers, which stand at the right
     */
    TextTable(List<String> header, List<Boolean> numbers) {
        this.header = header;
        this.numbers = numbers;
    }

    void add(List<String> row) {
        rows.add(row);
    }

    int size() {
        return rows.size();
    }

    /** The header, a line under it, and the rows. */
    List<String> lines() {
        int[] widths = new int[header.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    header.get(i).length(),
                    rows.stream()
                            .mapToInt(row -> row.get(column).length())
                            .max()
                            .orElse(0));
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(header, widths));
        lines.add("-".repeat(Math.max(1, Arrays.stream(widths).sum() + 2 * (widths.length - 1))));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - cells.get(i).length());
            line.append(numbers.get(i) ? padding + cells.get(i) : cells.get(i) + padding)
                    .append("  ");
        }
        return line.toString().stripTrailing();
    }
}
