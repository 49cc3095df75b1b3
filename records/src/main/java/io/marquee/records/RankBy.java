package io.marquee.records;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What puts films in order. */
public enum RankBy {
    /** Revenue / budget, the largest first: the films that made the most of their money. */
    @JsonProperty("return")
    RETURN,
    /** Budget / revenue, the largest first: the figure as the task has always defined it. */
    @JsonProperty("ratio")
    RATIO
}
