package org.lectern.source;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;

/**
 * Reads XML that comes from anywhere: no document type declaration, hence no entity of its own and
 * nothing fetched; bounded in length and depth. Names are local ones.
 */
final class Xml {

    static final int MAX_BYTES = 32 << 20;

    private static final int MAX_DEPTH = 64;

    private Xml() {}

    /** Is told of elements as they come. */
    interface Visitor {
        /** An element begins; the outermost has depth 1. */
        void start(int depth, String name, Map<String, String> attributes);

        /** A piece of text. */
        void text(String piece);

        /** An element ends. */
        void end(int depth, String name);
    }

    /**
     * Reads all of a file.
     *
     * @throws IiifException.Broken when it is not well-formed, has a DTD, or is nested without sense
     * @throws IiifException.TooLarge when it is too long
     */
    static void read(Blob blob, Visitor visitor) {
        try (blob) {
            if (blob.length() > MAX_BYTES) {
                throw new IiifException.TooLarge("'" + blob.name() + "' is longer than " + MAX_BYTES + " bytes.");
            }
            read(blob.bytes(0, (int) blob.length()), visitor);
        } catch (XMLStreamException e) {
            throw new IiifException.Broken("'" + blob.name() + "' cannot be read as XML.", e);
        }
    }

    private static void read(byte[] bytes, Visitor visitor) throws XMLStreamException {
        XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> visitor.start(deeper(++depth), reader.getLocalName(), attributes(reader));
                case XMLStreamConstants.END_ELEMENT -> visitor.end(depth--, reader.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> visitor.text(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("document type declarations are not read");
                default -> { } // comments and the like
            }
        }
    }

    private static int deeper(int depth) throws XMLStreamException {
        if (depth > MAX_DEPTH) {
            throw new XMLStreamException("nested more than " + MAX_DEPTH + " deep");
        }
        return depth;
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        return IntStream.range(0, reader.getAttributeCount()).boxed().collect(Collectors.toMap(
                reader::getAttributeLocalName, reader::getAttributeValue, (first, again) -> first));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLReporter((message, error, information, location) -> { }); // else it writes to the console
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }
}
