package org.shuqi.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shuqi.access.Caller;
import org.shuqi.fuzz.Fuzzed;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;

/** Tables of entries, read to the last cell and checked by the shapes, but not written. */
public final class ImportsFuzz {

    private static Registry registry;

    private ImportsFuzz() {}

    /** Opens a registry before the first input. */
    public static void fuzzerInitialize() {
        if (registry == null) {
            try {
                registry = Registry.open(Settings.of(Files.createTempDirectory("drawn")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Closes it after the last. */
    public static void fuzzerTearDown() {
        registry.close();
        registry = null;
    }

    /** Tables to begin with. */
    public static List<byte[]> seeds() {
        var rows = "307001/000001,婚姻登记,民政,市民政局,11150600MB1234567X,系统,摘要,数据库,MySQL,有条件共享,政府部门,政务服务,查询接口,,,每日,"
                + "2026-01-31,一般数据2级,姓名,F0,字符型,20,一般数据2级,是,否\n";
        return Stream.of(
                        "\0" + rows + rows.replace("有条件共享", "不予共享"),
                        "\1" + String.join(",", Bureau.HEADERS) + "\n" + rows,
                        "\1机构名称,统一社会信用代码,机构类型,行政级别\n市税务局,11150600MB1234567X,政府部门,市级\n",
                        "\1标题\n\n信息资源代码,信息资源名称\n307001/000001,a\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** An odd first byte: a whole table; an even one: rows below the usual headers. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        var rows = new String(Arrays.copyOfRange(data, 1, data.length), StandardCharsets.UTF_8);
        var table = (data[0] & 1) == 1 ? rows : String.join(",", Bureau.HEADERS) + "\n" + rows;
        var imports = new Imports(
                registry.store(), registry.changes(), registry.settings().baseIri());
        Fuzzed.mayRefuse(() -> imports.run(
                new ImportOrder(
                        table.getBytes(StandardCharsets.UTF_8),
                        "drawn.csv",
                        ImportOrder.Mode.DRY_RUN,
                        Optional.empty(),
                        Optional.empty(),
                        "drawn"),
                Caller.operator()));
    }
}
