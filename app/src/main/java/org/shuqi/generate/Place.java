package org.shuqi.generate;

/**
 * An invented place with a government.
 *
 * @param index number of its government, 0 for the country
 * @param level 0 country, 1 province, 2 city, 3 county
 * @param name Chinese name
 * @param code eight digits beginning with 99, which the national code never gives to a real place
 * @param parent number of the government above; its own number for the country
 */
record Place(int index, int level, String name, String code, int parent) {

    private static final String FIRST = "云松青白金玉龙凤天长安宁和平永清泰丰嘉瑞福康明华景远新东西南北上中大小高广江河湖海山石沙林竹梅兰荷桃柳杏枫梧桂榆银铜铁宝珠星月日晨晓";
    private static final String SECOND = "岭川泽源桥塘湾洲岛峰谷坪屯堡关镇隆康乐和顺德仁义礼信敬诚善美林溪泉潭坡岗台陵荫圃畔麓汀渚澜岚";

    /** A name that no other number has. */
    static String invent(int number) {
        int first = number % FIRST.length();
        int rest = number / FIRST.length();
        int second = rest % SECOND.length();
        int round = rest / SECOND.length();
        var name = "" + FIRST.charAt(first) + SECOND.charAt((second + first) % SECOND.length());
        return round == 0 ? name : name + SECOND.charAt(round % SECOND.length());
    }
}
