package org.shuqi.generate;

import static org.shuqi.generate.ItemKind.of;

import java.util.List;

/** What a data set describes, with the data items that such data sets are made of. */
enum Matter {
    PERSON(
            List.of("登记", "变更", "缴费记录", "资格认证", "待遇发放", "信用记录", "证照", "申请受理", "年审", "核验结果"),
            List.of(
                    of("name", "姓名", "C", 2, ItemKind.PERSONAL),
                    of("id-number", "公民身份号码", "C", 3, ItemKind.PERSONAL),
                    of("gender", "性别", "C", 2, ItemKind.PERSONAL),
                    of("birth-date", "出生日期", "D", 2, ItemKind.PERSONAL),
                    of("phone", "联系电话", "C", 3, ItemKind.PERSONAL),
                    of("address", "居住地址", "C", 3, ItemKind.PERSONAL),
                    of("status", "状态", "C", 1, ItemKind.PLAIN),
                    of("registered-on", "登记日期", "D", 1, ItemKind.PLAIN),
                    of("valid-until", "有效期至", "D", 1, ItemKind.PLAIN),
                    of("amount", "金额", "N", 3, ItemKind.PERSONAL),
                    of("authority", "办理机构", "C", 1, ItemKind.PLAIN),
                    of("bank-account", "银行账号", "C", 4, ItemKind.SENSITIVE),
                    of("fingerprint", "指纹", "B", 4, ItemKind.SENSITIVE),
                    of("diagnosis", "健康状况", "C", 4, ItemKind.SENSITIVE))),
    ENTERPRISE(
            List.of("登记", "年报", "许可", "处罚", "信用评价", "检查记录", "备案", "经营情况", "变更", "名录"),
            List.of(
                    of("enterprise-name", "单位名称", "C", 1, ItemKind.PLAIN),
                    of("credit-code", "统一社会信用代码", "C", 1, ItemKind.PLAIN),
                    of("legal-representative", "法定代表人", "C", 2, ItemKind.PERSONAL),
                    of("registered-capital", "注册资本", "N", 1, ItemKind.PLAIN),
                    of("established-on", "成立日期", "D", 1, ItemKind.PLAIN),
                    of("business-scope", "经营范围", "C", 1, ItemKind.PLAIN),
                    of("premises", "经营地址", "C", 1, ItemKind.PLAIN),
                    of("industry", "行业代码", "C", 1, ItemKind.PLAIN),
                    of("revenue", "营业收入", "N", 3, ItemKind.PLAIN),
                    of("headcount", "从业人数", "N", 2, ItemKind.PLAIN),
                    of("rating", "评价等级", "C", 2, ItemKind.PLAIN),
                    of("result", "处理结果", "C", 2, ItemKind.PLAIN))),
    THING(
            List.of("月报", "年度汇总", "分区统计", "监测", "名录", "台账", "指标", "图层", "计划", "公报"),
            List.of(
                    of("period", "统计时期", "C", 1, ItemKind.PLAIN),
                    of("area", "区域", "C", 1, ItemKind.PLAIN),
                    of("indicator", "指标名称", "C", 1, ItemKind.PLAIN),
                    of("value", "指标值", "N", 1, ItemKind.PLAIN),
                    of("unit", "计量单位", "C", 1, ItemKind.PLAIN),
                    of("change-rate", "同比", "N", 1, ItemKind.PLAIN),
                    of("station", "点位", "C", 1, ItemKind.PLAIN),
                    of("measured-at", "时间", "T", 1, ItemKind.PLAIN),
                    of("quality", "质量标记", "C", 2, ItemKind.PLAIN),
                    of("precise-position", "高精度坐标", "C", 5, ItemKind.RARE),
                    of("national-series", "核心序列", "N", 6, ItemKind.RARE)));

    private final List<String> aspects;
    private final List<ItemKind> items;

    Matter(List<String> aspects, List<ItemKind> items) {
        this.aspects = aspects;
        this.items = items;
    }

    String aspect(int number) {
        return aspects.get(Math.floorMod(number, aspects.size()));
    }

    List<ItemKind> items() {
        return items;
    }
}
