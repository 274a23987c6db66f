package org.shuqi.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** What stands before the root element of an XML document; a DOCTYPE there could define entities or name files. */
final class Prolog {

    /** The root element must begin within this many bytes. */
    private static final int LONGEST = 64 * 1024;

    private static final XMLInputFactory FACTORY = factory();

    private Prolog() {}

    /**
     * The same bytes again, once they are known to have no DOCTYPE.
     *
     * @throws Refusal MALFORMED if there is a DOCTYPE, or no root element near the start
     */
    static InputStream withoutDoctype(InputStream in) throws IOException {
        var head = in.readNBytes(LONGEST);
        check(head);
        return new SequenceInputStream(new ByteArrayInputStream(head), in);
    }

    private static void check(byte[] head) {
        try {
            // the XML reader finds out the encoding, so a DOCTYPE in UTF-16 is seen too
            var events = FACTORY.createXMLStreamReader(new ByteArrayInputStream(head));
            while (events.hasNext()) {
                switch (events.next()) {
                    case XMLStreamConstants.DTD -> throw doctype();
                    case XMLStreamConstants.START_ELEMENT -> {
                        return;
                    }
                    default -> {}
                }
            }
            throw noRoot("no element");
        } catch (XMLStreamException e) {
            throw noRoot(String.valueOf(e.getMessage()).replace('\n', ' '));
        }
    }

    private static Refusal doctype() {
        return Refusal.of(
                Kind.MALFORMED, "XML 中不接受 <!DOCTYPE>；请去掉后重试", "a <!DOCTYPE> is not accepted in XML; leave it out");
    }

    private static Refusal noRoot(String why) {
        return Refusal.of(
                Kind.MALFORMED,
                "开头 64 KB 内读不到 XML 根元素：%s；请核对文件",
                "no XML root element in the first 64 KB: %s; check the file",
                why);
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }
}
