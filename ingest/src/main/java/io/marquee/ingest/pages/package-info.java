/** Reads Wikipedia dumps: pages out of XML, by the format that the root element tells. */
package io.marquee.ingest.pages;
