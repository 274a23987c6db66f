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
 * The font of a paper. One that the machine has is embedded, as far as it is used; on a machine without one the paper names a
 * font that readers of PDF bring themselves.
 */
final class Typefaces {

    /** Where systems keep fonts for official papers in Chinese; behind the comma which one of a collection. */
    private static final List<String> USUAL = List.of(
            "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc,2",
            "/usr/share/fonts/noto-cjk/NotoSerifCJK-Regular.ttc,2",
            "/usr/share/fonts/google-noto-serif-cjk-fonts/NotoSerifCJK-Regular.ttc,2",
            "/usr/share/fonts/truetype/arphic/uming.ttc,0",
            "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc,2",
            "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc,0",
            "/System/Library/Fonts/Supplemental/Songti.ttc,6",
            "C:\\Windows\\Fonts\\simfang.ttf",
            "C:\\Windows\\Fonts\\simsun.ttc,0");

    private Typefaces() {}

    /** The named font, else the first of the usual ones that is there, else the one that is not embedded. */
    static BaseFont of(Optional<Path> named) {
        if (named.isPresent()) {
            return embedded(named.get().toString());
        }
        for (var file : USUAL) {
            if (Files.isReadable(Path.of(file.replaceAll(",\\d$", "")))) {
                try {
                    return embedded(file);
                } catch (IllegalStateException unusable) {
                    LoggerFactory.getLogger(Typefaces.class).warn("cannot use {}", file, unusable);
                }
            }
        }
        return notEmbedded();
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
