/** Records that cannot be processed end among the rejected records. */
package io.marquee.processor.failures;
