package org.shuqi.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.shuqi.decision.Trial;

/** Time for one decision, one whole answer, one followed change, against the size of the registry. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx6g")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class DecisionBenchmark {

    @Param({"1000", "20000"})
    public int datasets;

    private Trial trial;

    @Setup
    public void load() {
        trial = Trial.invented(datasets);
    }

    @Benchmark
    public Object decide() {
        return trial.decide();
    }

    @Benchmark
    public Object explain() {
        return trial.explain();
    }

    @Benchmark
    public Object follow() {
        return trial.follow();
    }
}
