package io.marquee.ops.evaluation;

/**
 * A link as the pipeline made it.
 *
 * @param page title of the page
 * @param method how it was found
 * @param confidence how sure it is, 0 to 1
 */
public record Link(String page, String method, double confidence) {}
