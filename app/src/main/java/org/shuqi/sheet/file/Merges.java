package org.shuqi.sheet.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Finds the merged cells of a sheet; the library that reads the rows does not tell them. */
final class Merges {

    private static final XMLInputFactory XML = harmless();
    private static final int MOST = 100_000;

    private Merges() {}

    static List<Area> in(InputStream part) throws IOException {
        var found = new ArrayList<Area>();
        try {
            var reader = XML.createXMLStreamReader(part);
            while (reader.hasNext()) {
                var event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw Refusal.of(
                            Kind.UNSUPPORTED,
                            "工作簿的 XML 带有文档类型声明；请用表格软件重新另存",
                            "XML of the workbook has a document type; save it anew with a spreadsheet program");
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("mergeCell")
                        && found.size() < MOST) {
                    found.add(Area.of(String.valueOf(reader.getAttributeValue(null, "ref"))));
                }
            }
        } catch (XMLStreamException | NumberFormatException e) {
            throw Inspection.refused(e);
        }
        return found;
    }

    private static XMLInputFactory harmless() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
