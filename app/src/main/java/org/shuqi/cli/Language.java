package org.shuqi.cli;

/** The languages that commands speak, as they are written after {@code --lang}. */
enum Language {
    zh,
    en
}
