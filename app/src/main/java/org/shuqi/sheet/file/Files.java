package org.shuqi.sheet.file;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Reads a spreadsheet file; which kind it is shows in its first bytes, whatever its name says. */
public final class Files {

    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private Files() {}

    /**
     * The rows of the file.
     *
     * @param name what a table without a name of its own is called
     * @throws Refusal UNSUPPORTED, TOO_LARGE or MALFORMED, with what to do about it
     */
    public static Book read(byte[] file, String name, Limits limits) {
        if (file.length == 0) {
            throw Refusal.of(Kind.MALFORMED, "文件是空的；请核对内容", "the file is empty; check what it should hold");
        }
        if (file.length > limits.bytes()) {
            throw Refusal.of(
                    Kind.TOO_LARGE,
                    "文件超过 %d MB；请分成几个文件导入",
                    "the file has more than %d MB; import it in several files",
                    limits.bytes() >> 20);
        }
        if (startsWith(file, OLD_OFFICE)) {
            throw holds(file, "EncryptedPackage") ? encrypted() : oldOffice();
        }
        if (file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] < 9) {
            return new Xlsx(limits).read(file);
        }
        return new Csv(limits).read(file, name);
    }

    static Refusal encrypted() {
        return Refusal.of(
                Kind.UNSUPPORTED, "工作簿设有打开密码；请取消密码后另存", "the workbook is locked with a password; save it without one");
    }

    private static Refusal oldOffice() {
        return Refusal.of(
                Kind.UNSUPPORTED,
                "这是旧版 Office 文件（xls）；请另存为 xlsx 或 csv",
                "this is a file of old Office (xls); save it as xlsx or csv");
    }

    private static boolean startsWith(byte[] file, byte[] mark) {
        return file.length >= mark.length && java.util.Arrays.equals(file, 0, mark.length, mark, 0, mark.length);
    }

    /** Names of streams in such a file are in UTF-16. */
    private static boolean holds(byte[] file, String streamName) {
        var wanted = streamName.getBytes(UTF_16LE);
        for (var at = 0; at + wanted.length <= file.length; at++) {
            if (java.util.Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
