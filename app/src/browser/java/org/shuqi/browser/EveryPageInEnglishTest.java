package org.shuqi.browser;

/** Every page in English. */
class EveryPageInEnglishTest extends EveryPage {

    EveryPageInEnglishTest() {
        super("en");
    }
}
