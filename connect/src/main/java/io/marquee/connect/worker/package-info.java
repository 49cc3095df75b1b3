/** Connect workers: which connectors they run, how these fare, and who looks after them. */
package io.marquee.connect.worker;
