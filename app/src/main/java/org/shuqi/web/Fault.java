package org.shuqi.web;

/**
 * Something that has to be mended in a form.
 *
 * @param field the {@code id} of the field; empty if it is about the whole
 * @param message what is wrong and what would be right, in the language of the page
 */
public record Fault(String field, String message) {}
