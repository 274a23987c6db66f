package org.shuqi.browser;

/** Every page in Chinese. */
class EveryPageInChineseTest extends EveryPage {

    EveryPageInChineseTest() {
        super("zh");
    }
}
