package org.shuqi.exchange.dcat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.exchange.Mapping;
import org.shuqi.exchange.Remark;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * Reads a catalogue in DCAT-US JSON, the format of {@code data.json} files.
 *
 * <p>Each publisher becomes an organisation with a catalogue; each dataset an entry in it. The format knows neither
 * sharing attributes nor levels nor data items, so none is made up; {@code accessLevel}, which is about release to the
 * public, is kept under its own name. Source: Project Open Data Metadata Schema 1.1,
 * https://resources.data.gov/resources/dcat-us/, as known on 2026-11-22.
 */
public final class DcatUs implements Mapping {

    private static final ObjectMapper JSON =
            new ObjectMapper(new JsonFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION));

    @Override
    public List<Remark> read(InputStream in, String baseIri, Consumer<Quad> to) throws IOException {
        var notes = new Notes(baseIri, to);
        var entries = new UsEntries(notes);
        try (var json = JSON.getFactory().createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT || !hasDatasets(json, entries)) {
                throw Refusal.of(
                        Kind.MALFORMED,
                        "不是 DCAT-US 目录：没有 dataset 列表；请核对格式",
                        "this is not a DCAT-US catalogue: it has no list `dataset`; check the format");
            }
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw Refusal.of(
                    Kind.MALFORMED,
                    "第 %d 行第 %d 列无法解析：%s；请改正后重试",
                    "line %d, column %d cannot be read: %s; correct it and try again",
                    at == null ? 0 : at.getLineNr(),
                    at == null ? 0 : at.getColumnNr(),
                    e.getOriginalMessage());
        } catch (CharConversionException e) {
            // so the reader of JSON calls bytes that begin like UTF-32 and do not go on so
            throw Refusal.of(
                    Kind.MALFORMED,
                    "内容不是 UTF-8 文本：%s；请以 UTF-8 提交 JSON",
                    "the file is not text in UTF-8: %s; send JSON in UTF-8",
                    String.valueOf(e.getMessage()));
        }
        return new ArrayList<>(notes.remarks());
    }

    /** One dataset at a time, so that the length of the list does not matter. */
    private static boolean hasDatasets(JsonParser json, UsEntries entries) throws IOException {
        var found = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var field = json.currentName();
            if (json.nextToken() == JsonToken.START_ARRAY && field.equals("dataset")) {
                found = true;
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    entries.take(JSON.readTree(json));
                }
            } else {
                json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw Refusal.of(Kind.MALFORMED, "目录之后还有内容；请核对文件", "there is more after the catalogue; check the file");
        }
        return found;
    }
}
