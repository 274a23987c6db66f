package org.shuqi.sparql;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;
import org.jspecify.annotations.Nullable;

/** One more variable beside those of another solution, whose value is worked out when it is looked at; it may have none. */
final class Later extends BindingBase {

    private final Var variable;
    private final Supplier<@Nullable Node> value;

    /** @param value gives the same each time */
    Later(Binding others, Var variable, Supplier<@Nullable Node> value) {
        super(others);
        this.variable = variable;
        this.value = value;
    }

    @Override
    protected Iterator<Var> vars1() {
        return (isEmpty1() ? List.<Var>of() : List.of(variable)).iterator();
    }

    @Override
    protected int size1() {
        return isEmpty1() ? 0 : 1;
    }

    @Override
    protected boolean isEmpty1() {
        return value.get() == null;
    }

    @Override
    protected boolean contains1(Var asked) {
        return variable.equals(asked) && !isEmpty1();
    }

    @Override
    protected @Nullable Node get1(Var asked) {
        return variable.equals(asked) ? value.get() : null;
    }

    @Override
    protected Binding detachWithNewParent(Binding others) {
        return new Later(others, variable, value);
    }
}
