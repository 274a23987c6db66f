package org.shuqi.vocabulary;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/** All terms of our own namespace, whichever class names them. */
public final class Own {

    /** The classes of constants; a new one has to be named here. */
    public static final List<Class<?>> CLASSES =
            List.of(Sq.class, Trust.class, Reading.class, Signing.class, Proposing.class);

    private Own() {}

    /** The local names of the terms. */
    public static Set<String> names() {
        return CLASSES.stream()
                .flatMap(type -> Arrays.stream(type.getFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Node.class)
                .map(field -> field.getName())
                .collect(Collectors.toUnmodifiableSet());
    }
}
