package org.shuqi.sheet;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.shuqi.api.ApiServer;

/** A registry with one department and its empty catalogue, and the sheets that the department keeps. */
public final class Bureau implements AutoCloseable {

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    static final String[] HEADERS = {
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
        var bureau = new Bureau(ApiServer.empty(data));
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

    @Override
    public void close() {
        api.close();
    }
}
