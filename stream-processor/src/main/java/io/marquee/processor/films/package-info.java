/** Films by id: takes them up, names them to the join, drops those that a run did not bring again. */
package io.marquee.processor.films;
