/** The whole pipeline in one process, and what is told of its runs. */
package io.marquee.ops.pipeline;
