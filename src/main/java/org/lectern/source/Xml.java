package org.lectern.source;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final int HEAD = 200; // bytes, in which the declaration stands
    private static final Pattern ENCODING =
            Pattern.compile("^[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

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

    /**
     * Reads what stands in a file of another kind.
     *
     * @throws IiifException.Broken when it is not well-formed, has a DTD, or is nested without sense
     */
    static void read(byte[] bytes, String name, Visitor visitor) {
        try {
            read(bytes, visitor);
        } catch (XMLStreamException e) {
            throw new IiifException.Broken("'" + name + "' cannot be read as XML.", e);
        }
    }

    private static void read(byte[] bytes, Visitor visitor) throws XMLStreamException {
        XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text(bytes)));
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT ->
                        visitor.start(deeper(++depth), reader.getLocalName(), attributes(reader));
                case XMLStreamConstants.END_ELEMENT -> visitor.end(depth--, reader.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> visitor.text(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("document type declarations are not read");
                default -> { } // comments and the like
            }
        }
    }

    /**
     * The characters: UTF-16 with its mark, what the declaration says, or UTF-8, in which a wrong byte
     * becomes a replacement character. (The parser itself gives up on one, and tells the console.)
     */
    private static String text(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00fe\u00ff") || head.startsWith("\u00ff\u00fe")) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        Matcher declared = ENCODING.matcher(head);
        String text = new String(bytes, declared.find() ? charset(declared.group(1)) : StandardCharsets.UTF_8);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static Charset charset(String name) {
        String known = name.toLowerCase(Locale.ROOT);
        boolean isOneByte = known.startsWith("iso-8859-") || known.startsWith("windows-");
        return isOneByte && Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
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
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }
}
