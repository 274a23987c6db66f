package org.shuqi.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.shuqi.decision.Trial;

/** The engine beside the reference queries, on the questions of the worked example. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class ReferenceBenchmark {

    private Trial trial;

    @Setup
    public void load() {
        trial = Trial.worked();
    }

    @Benchmark
    public Object engine() {
        return trial.decide();
    }

    @Benchmark
    public Object wholeAnswer() {
        return trial.explain();
    }

    @Benchmark
    public Object reference() {
        return trial.askTheReference();
    }

    @Benchmark
    public Object readTheGraph() {
        return trial.build();
    }
}
