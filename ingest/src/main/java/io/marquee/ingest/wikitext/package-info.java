/** Wikitext: what an article's source tells of it. Pure. */
package io.marquee.ingest.wikitext;
