package org.shuqi.generate;

import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.shuqi.vocabulary.Sq;

/**
 * A kind of organisation that a government has one of, with what it keeps data about.
 *
 * <p>The order matters: a small registry has only the first {@link #FEW} of them at each government.
 */
enum Bureau {
    GOVERNMENT("人民政府", "People's Government", "government-department", "public-service", "", 0),
    POLICE("公安", "Public Security", "government-department", "public-security", "户籍人口 居住证|旅馆业单位 保安公司|警情 交通违法", 10),
    SOCIAL_SECURITY(
            "人力资源和社会保障",
            "Human Resources and Social Security",
            "government-department",
            "social-security",
            "养老保险 失业登记|用人单位 劳务派遣单位|就业形势 技能培训",
            9),
    TAX("税务", "Tax", "government-department", "taxation", "个人所得税 灵活就业人员|纳税人 发票领用单位|税收收入 减免税", 7),
    CIVIL_AFFAIRS("民政", "Civil Affairs", "government-department", "civil-affairs", "婚姻登记 低保对象|社会组织 养老机构|地名 殡葬服务", 7),
    STATISTICS("统计", "Statistics", "government-department", "statistics", "住户调查 劳动力调查|企业调查 单位名录|国民经济 人口普查", 6),
    HOUSING_FUND("住房公积金", "Housing Fund", "authorised-organisation", "housing", "公积金缴存 公积金贷款|缴存单位 合作楼盘|归集使用 贷款余额", 4),
    COURT("人民法院", "People's Court", "other-state-organ", "justice", "被执行人 诉讼参与人|破产企业 司法拍卖|案件统计 文书公开", 2),
    PARTY_COMMITTEE("党委政法委员会", "Political and Legal Committee", "party-organ", "community-governance", "", 0),
    PLATFORM("平台运营公司", "Platform Company", "enterprise", "enterprise", "", 0),
    MARKET_REGULATION(
            "市场监督管理",
            "Market Regulation",
            "government-department",
            "food-drug-safety",
            "特种设备作业人员 食品从业人员|市场主体 行政许可|计量器具 抽检结果",
            8),
    HEALTH("卫生健康", "Health", "government-department", "health-protection", "出生医学证明 预防接种|医疗机构 公共场所|床位资源 传染病统计", 7),
    EDUCATION("教育", "Education", "government-department", "education", "学生学籍 教师资格|学校 培训机构|招生计划 办学条件", 5),
    NATURAL_RESOURCES(
            "自然资源",
            "Natural Resources",
            "government-department",
            "natural-resources",
            "不动产登记 宅基地权利人|矿业权人 用地单位|国土调查 规划图斑",
            6),
    TRANSPORT("交通运输", "Transport", "government-department", "transport", "从业资格 网约车驾驶员|道路运输企业 维修企业|路网流量 公交线路", 5),
    EMERGENCY(
            "应急管理", "Emergency Management", "government-department", "work-safety", "安全员 救灾对象|危化企业 矿山企业|风险隐患 应急物资", 4),
    ECOLOGY(
            "生态环境",
            "Ecology and Environment",
            "government-department",
            "environment",
            "环评工程师 信访投诉人|排污单位 危废经营单位|空气质量 水质监测",
            4),
    AGRICULTURE("农业农村", "Agriculture", "government-department", "agriculture", "承包农户 种粮补贴对象|农业企业 合作社|耕地质量 农产品价格", 4),
    HOUSING(
            "住房和城乡建设",
            "Housing and Construction",
            "government-department",
            "urban-rural-construction",
            "公租房对象 注册建造师|建筑企业 房地产企业|施工许可 供热供气",
            4),
    FINANCE("财政", "Finance", "government-department", "price-supervision", "惠民补贴对象 评审专家|预算单位 采购供应商|预算执行 非税收入", 3),
    MEDICAL_INSURANCE(
            "医疗保障",
            "Medical Insurance",
            "government-department",
            "social-security",
            "医保参保 医疗救助对象|定点医院 定点药店|药品价格 基金收支",
            5),
    DATA_BUREAU("数据", "Data", "government-department", "community-governance", "网格居民 政务服务办件人|入驻单位 数据供应商|目录统计 接口调用", 3),
    UTILITY("供水公司", "Water Utility", "public-utility", "public-utilities", "用水户 报修人|用水企业 施工单位|供水量 管网压力", 2),
    STREET_OFFICE("街道办事处", "Street Office", "grass-roots-body", "community-governance", "", 0);

    /** How many kinds a small registry has at each government. */
    static final int FEW = 12;

    private static final List<String> SUFFIXES = List.of("部", "厅", "局", "局");

    private final String zh;
    private final String en;
    private final String organType;
    private final Node theme;
    private final String slug;
    private final String[][] subjects;
    private final int weight;

    Bureau(String zh, String en, String organType, String theme, String subjects, int weight) {
        this.zh = zh;
        this.en = en;
        this.organType = organType;
        this.theme = Sq.code("theme", theme);
        this.weight = weight;
        this.slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
        var groups = subjects.split("\\|", -1);
        this.subjects = new String[groups.length][];
        for (int i = 0; i < groups.length; i++) {
            this.subjects[i] = groups[i].split(" ");
        }
    }

    /** Its name at the government of a place. */
    String name(Place place) {
        var ending = zh.matches(".*(府|院|会|公司|处)") ? "" : this == HOUSING_FUND ? "管理中心" : SUFFIXES.get(place.level());
        return place.name() + zh + ending;
    }

    String englishName(Place place) {
        return en + ", " + place.code();
    }

    /** Its part of an IRI. */
    String slug() {
        return slug;
    }

    String organType() {
        return organType;
    }

    /** What most of its data is about. */
    Node theme() {
        return theme;
    }

    /** Share of a government's data sets that it publishes; 0 if it publishes none. */
    int weight() {
        return weight;
    }

    /** Whether it can be asked for data under the national rules. */
    boolean isNational() {
        return organType.equals("government-department")
                || organType.equals("authorised-organisation")
                || organType.equals("grass-roots-body");
    }

    /** What it keeps data about: persons, enterprises, things. */
    String subject(Matter matter, int number) {
        var words = subjects[matter.ordinal()];
        return words[Math.floorMod(number, words.length)];
    }
}
