package org.shuqi.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqi.Release;
import org.shuqi.gate.Gate;

/** What is generated rests on the shipped release and breaks none of its shapes. */
class GeneratedRegistryTest {

    private static final String BASE = "http://localhost:8080/id/";

    @ParameterizedTest
    @CsvSource({"1,3", "37,2", "400,11"})
    void aGeneratedRegistryBreaksNoShape(long datasets, long seed) {
        var registry = Release.into(generated(datasets, seed));

        assertThat(Gate.standard().checkAll(registry).violations()).isEmpty();
    }

    static DatasetGraph generated(long datasets, long seed) {
        var out = new ByteArrayOutputStream();
        Generator.of(datasets, seed, BASE).write(out);
        var registry = DatasetGraphFactory.create();
        RDFDataMgr.read(registry, new ByteArrayInputStream(out.toByteArray()), Lang.NQUADS);
        return registry;
    }
}
