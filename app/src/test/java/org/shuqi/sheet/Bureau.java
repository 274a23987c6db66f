package org.shuqi.sheet;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shuqi.api.ApiServer;

/** A registry with one department and its empty catalogue, and the sheets that the department keeps. */
public final class Bureau implements AutoCloseable {

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static final String[] HEADERS = {
        "信息资源代码",
        "信息资源名称",
        "数据分类",
        "信息资源提供方",
        "提供方代码",
        "所属系统名称",
        "信息资源摘要",
        "信息资源格式分类",
        "信息资源格式类型",
        "共享类型",
        "共享范围",
        "使用用途",
        "共享方式",
        "不予共享理由",
        "不予共享依据",
        "更新周期",
        "发布日期",
        "数据级别",
        "信息项名称",
        "字段名",
        "数据类型",
        "数据长度",
        "信息项级别",
        "是否含个人信息",
        "是否含敏感个人信息"
    };

    private static final List<String> SUBJECTS = List.of("婚姻登记", "社会组织", "低保对象", "养老机构", "殡葬服务", "地名", "儿童福利", "慈善信托");
    private static final List<String> ASPECTS = List.of("基本信息", "变更记录", "年度检查", "处罚结果", "人员名册");
    private static final List<String> ITEMS = List.of("姓名", "登记编号", "登记日期", "状态", "住址");

    private final ApiServer api;

    private Bureau(ApiServer api) {
        this.api = api;
    }

    public static Bureau open(Path data) {
        return open(data, Map.of());
    }

    /** The same with settings of its own. */
    public static Bureau open(Path data, Map<String, Object> settings) {
        var bureau = again(data, settings);
        bureau.post(
                "/api/v1/organizations",
                """
                {"id": "civil", "identifier": "11150600MB1234567X", "prefLabel": {"zh": "市民政局", "en": "Civil Affairs"},
                 "organType": "government-department", "adminLevel": "city"}""");
        bureau.post(
                "/api/v1/catalogs",
                """
                {"id": "civil", "title": {"zh": "市民政局目录"}, "publisher": "organization/civil"}""");
        return bureau;
    }

    /** Opens one that was closed. */
    public static Bureau again(Path data, Map<String, Object> settings) {
        return new Bureau(ApiServer.with(data, settings));
    }

    public ApiServer api() {
        return api;
    }

    /** Adds a department with an empty catalogue, both of this name. */
    void department(String id, String name) {
        post(
                "/api/v1/organizations",
                """
                {"id": "%s", "prefLabel": {"zh": "%s"}, "organType": "government-department", "adminLevel": "city"}"""
                        .formatted(id, name));
        post(
                "/api/v1/catalogs",
                """
                {"id": "%s", "title": {"zh": "%s目录"}, "publisher": "organization/%s"}"""
                        .formatted(id, name, id));
    }

    void post(String path, String json) {
        var reply = api.post(path, json);
        if (reply.status() != 201) {
            throw new IllegalStateException(reply.toString());
        }
    }

    /** Sends a file. */
    public ApiServer.Reply send(byte[] file, String type, String query, String... headers) {
        var request = HttpRequest.newBuilder(api.uri("/api/v1/imports" + query))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file));
        for (var at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return api.send(request.build());
    }

    public ApiServer.Reply dryRun(Page page) {
        return send(page.xlsx(), XLSX, "");
    }

    public ApiServer.Reply write(Page page) {
        return send(page.xlsx(), XLSX, "?mode=all");
    }

    /** A sheet of entries in order: forty resources with five items each take two hundred rows. */
    public static Page catalogue(int resources) {
        return catalogue(resources, "市民政局", "307001");
    }

    /** The same for another department and class of codes. */
    public static Page catalogue(int resources, String provider, String prefix) {
        var page = new Page(HEADERS);
        for (var at = 0; at < resources; at++) {
            var name = SUBJECTS.get(at % SUBJECTS.size())
                    + ASPECTS.get(at / SUBJECTS.size() % ASPECTS.size())
                    + (at < 40 ? "" : "（" + at / 40 + "区）");
            var kind = at % 3;
            for (var item = 0; item < ITEMS.size(); item++) {
                page.row(
                        prefix + "/%06d".formatted(at + 1),
                        name,
                        "民政",
                        provider,
                        "",
                        "民政综合业务系统",
                        name + "，由业务办理产生",
                        "数据库",
                        "MySQL",
                        List.of("有条件共享", "无条件共享", "不予共享").get(kind),
                        kind == 0 ? "政府部门；授权组织" : "",
                        kind == 0 ? "政务服务、社会救助" : "",
                        "查询接口",
                        kind == 2 ? "统计资料不得对外提供" : "",
                        kind == 2 ? "统计法 第二十八条" : "",
                        "每日",
                        LocalDate.of(2026, 1, 31),
                        "",
                        ITEMS.get(item),
                        "F" + item,
                        "字符型",
                        20 + item,
                        "一般数据2级",
                        item == 0 ? "是" : "否",
                        "否");
            }
        }
        return page;
    }

    /** Puts twenty-three faults into a sheet of forty resources, and notes the check that finds each by its cell. */
    public static void seed(Page page, TreeMap<String, String> seeded) {
        // rows of resource n (from 0) are 5n+2 to 5n+6
        whole(page, 1, "信息资源名称", "婚姻 登记·基本信息");
        seeded.put(page.cell(7, "信息资源名称"), "name-duplicate");
        whole(page, 2, "信息资源名称", "福利信息1");
        whole(page, 3, "信息资源名称", "福利信息2");
        whole(page, 4, "信息资源名称", "福利信息3");
        seeded.put(page.cell(17, "信息资源名称"), "name-series");
        whole(page, 5, "信息资源名称", "民政综合业务系统");
        seeded.put(page.cell(27, "信息资源名称"), "name-is-system");
        whole(page, 6, "信息资源代码", "30701/000007");
        seeded.put(page.cell(32, "信息资源代码"), "code-form");
        page.set(39, "信息资源代码", "307001/000009");
        seeded.put(page.cell(39, "信息资源代码"), "code-mixed");
        whole(page, 8, "信息资源代码", "307001/000001");
        seeded.put(page.cell(42, "信息资源代码"), "code-duplicate");
        whole(page, 9, "信息资源提供方", "");
        seeded.put(page.cell(47, "信息资源提供方"), "provider-missing");
        whole(page, 10, "信息资源提供方", "市民政局（旧）");
        seeded.put(page.cell(52, "信息资源提供方"), "provider-unknown");
        whole(page, 11, "信息资源摘要", "");
        seeded.put(page.cell(57, "信息资源摘要"), "abstract-missing");
        whole(page, 12, "信息资源格式分类", "表");
        seeded.put(page.cell(62, "信息资源格式分类"), "format-unknown");
        whole(page, 13, "信息资源格式类型", "pdf");
        seeded.put(page.cell(67, "信息资源格式类型"), "format-mismatch");
        whole(page, 14, "信息资源格式分类", "电子文件");
        whole(page, 14, "信息资源格式类型", "pdf");
        seeded.put(page.cell(72, "共享方式"), "method-mismatch");
        page.set(78, "数据长度", "20字符");
        seeded.put(page.cell(78, "数据长度"), "number");
        page.set(84, "数据类型", "文字");
        seeded.put(page.cell(84, "数据类型"), "type-unknown");
        whole(page, 17, "共享类型", "部分共享");
        whole(page, 17, "不予共享依据", "");
        seeded.put(page.cell(87, "共享类型"), "sharing-unknown");
        whole(page, 18, "共享范围", "");
        seeded.put(page.cell(92, "共享范围"), "condition-missing");
        whole(page, 20, "不予共享依据", "");
        seeded.put(page.cell(102, "不予共享依据"), "basis-missing");
        whole(page, 23, "不予共享依据", "促进和规范数据跨境流动规定内部通知");
        seeded.put(page.cell(117, "不予共享依据"), "basis-unknown");
        for (var row = 123; row <= 126; row++) {
            page.set(row, "信息资源摘要", "");
        }
        page.merge(122, 126, "信息资源摘要");
        seeded.put(page.cell(122, "信息资源摘要"), "merged");
        page.hiddenSheet("隐藏");
        seeded.put("隐藏", "hidden-sheet");
        page.set(128, "数据长度", "=20+1");
        seeded.put(page.cell(128, "数据长度"), "formula");
        whole(page, 26, "发布日期", "2026年1月31日");
        seeded.put(page.cell(132, "发布日期"), "date-as-text");
        page.set(138, "是否含敏感个人信息", "是");
        seeded.put(page.cell(138, "是否含个人信息"), "S-SENSITIVE");
    }

    private static void whole(Page page, int resource, String header, Object value) {
        for (var row = 5 * resource + 2; row <= 5 * resource + 6; row++) {
            page.set(row, header, value);
        }
    }

    @Override
    public void close() {
        api.close();
    }
}
