package org.shuqi.chart;

/**
 * What a picture is of, for whoever does not see it.
 *
 * @param id of the picture in its page; begins the ids of its parts
 * @param title short
 * @param description what can be seen in it, in a sentence; empty if the title is enough
 */
public record Caption(String id, String title, String description) {

    public Caption {
        if (!id.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException(id + " is no id");
        }
    }
}
