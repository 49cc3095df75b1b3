package io.marquee.ingest.pages;

import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import com.fasterxml.aalto.AsyncByteArrayFeeder;
import com.fasterxml.aalto.AsyncXMLStreamReader;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** How XML is parsed here: without document type definitions, and as a stream. */
final class Xml {

    // By its class: the parser that the JDK would find stops after 50 million entities.
    private static final InputFactoryImpl FACTORY = factory();

    private Xml() {}

    private static InputFactoryImpl factory() {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    static XMLStreamReader2 read(InputStream stream) throws XMLStreamException {
        return (XMLStreamReader2) FACTORY.createXMLStreamReader(stream);
    }

    /** A parser that is fed piece by piece. */
    static AsyncXMLStreamReader<AsyncByteArrayFeeder> feed() {
        return FACTORY.createAsyncForByteArray();
    }

    /** Goes to the next child's start, or to the end of the element it is in. */
    static boolean nextChild(XMLStreamReader2 xml) throws XMLStreamException {
        int event = xml.next();
        while (event != START_ELEMENT && event != END_ELEMENT) {
            event = xml.next();
        }
        return event == START_ELEMENT;
    }
}
