/** What passes between the stages: items and barriers, and the counts that prove that nothing was lost. */
package io.marquee.processor.flow;
