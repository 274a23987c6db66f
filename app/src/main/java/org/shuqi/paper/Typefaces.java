package org.shuqi.paper;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * The fonts of a paper. What the machine has is embedded, as far as it is used; on a machine without any the paper names a
 * font that readers of PDF bring themselves. Where GB/T 9704 asks for a face that is not free to pass on, the nearest free one
 * stands for it.
 *
 * @param body for sentences and tables: FangSong, or a Song
 * @param heading for the headings of articles: a Hei
 * @param title for the title: XiaoBiaoSong, or a bold Song
 */
record Typefaces(BaseFont body, BaseFont heading, BaseFont title) {

    /** Where systems keep fonts for official papers in Chinese; behind the comma which one of a collection. */
    private static final List<String> SONG = List.of(
            "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc,2",
            "/usr/share/fonts/noto-cjk/NotoSerifCJK-Regular.ttc,2",
            "/usr/share/fonts/google-noto-serif-cjk-fonts/NotoSerifCJK-Regular.ttc,2",
            "/usr/share/fonts/truetype/arphic/uming.ttc,0",
            "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc,2",
            "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc,0",
            "/System/Library/Fonts/Supplemental/Songti.ttc,6",
            "C:\\Windows\\Fonts\\simfang.ttf",
            "C:\\Windows\\Fonts\\simsun.ttc,0");

    private static final List<String> HEI = List.of(
            "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc,2",
            "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc,2",
            "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc,2",
            "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc,0",
            "C:\\Windows\\Fonts\\simhei.ttf");

    private static final List<String> BOLD_SONG = List.of(
            "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc,2",
            "/usr/share/fonts/noto-cjk/NotoSerifCJK-Bold.ttc,2",
            "/usr/share/fonts/google-noto-serif-cjk-fonts/NotoSerifCJK-Bold.ttc,2",
            "C:\\Windows\\Fonts\\FZXBSJW.TTF");

    /** All of one font. */
    static Typefaces all(BaseFont face) {
        return new Typefaces(face, face, face);
    }

    /** The named font alone, else what the machine has, else the one that is not embedded. */
    static Typefaces of(Optional<Path> named) {
        return named.map(file -> all(embedded(file.toString()))).orElseGet(() -> {
            var body = first(SONG).orElseGet(Typefaces::notEmbedded);
            return new Typefaces(body, first(HEI).orElse(body), first(BOLD_SONG).orElse(body));
        });
    }

    private static Optional<BaseFont> first(List<String> files) {
        for (var file : files) {
            if (Files.isReadable(Path.of(file.replaceAll(",\\d$", "")))) {
                try {
                    return Optional.of(embedded(file));
                } catch (IllegalStateException unusable) {
                    LoggerFactory.getLogger(Typefaces.class).warn("cannot use {}", file, unusable);
                }
            }
        }
        return Optional.empty();
    }

    private static BaseFont embedded(String file) {
        try {
            return BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        } catch (DocumentException | IOException unusable) {
            throw new IllegalStateException("no font that can be embedded: " + file, unusable);
        }
    }

    /** A font by its name alone: every reader of PDF has one for this collection of characters. */
    static BaseFont notEmbedded() {
        try {
            return BaseFont.createFont("STSong-Light", "UniGB-UCS2-H", BaseFont.NOT_EMBEDDED);
        } catch (DocumentException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
