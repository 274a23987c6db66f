package org.shuqi.bench;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextConfiguration;
import io.micronaut.context.DefaultApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.inject.BeanDefinitionReference;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.List;
import java.util.Map;
import org.shuqi.cli.Main;

/** Micronaut with nothing of ours but one controller that always says the same: the most that any door could reach. */
public final class ConstantServer {

    private static final String OURS = Main.class.getPackageName().replace("cli", "");

    private ConstantServer() {}

    /** Serves on a free port until it is stopped. */
    public static void main(String[] none) {
        var builder = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .bootstrapEnvironment(false);
        var context = new OthersOnly((ApplicationContextConfiguration) builder);
        context.getEnvironment()
                .addPropertySource(PropertySource.of(Map.of(
                        "micronaut.server.port",
                        -1,
                        "micronaut.metrics.enabled",
                        false,
                        ConstantController.SWITCH,
                        true)));
        context.start();
        var server = context.getBean(EmbeddedServer.class).start();
        System.out.println("ready http://127.0.0.1:" + server.getPort());
    }

    /** The beans of the framework, and the one controller. */
    private static final class OthersOnly extends DefaultApplicationContext {

        OthersOnly(ApplicationContextConfiguration configuration) {
            super(configuration);
        }

        @Override
        @SuppressWarnings("rawtypes")
        protected List<BeanDefinitionReference> resolveBeanDefinitionReferences() {
            return super.resolveBeanDefinitionReferences().stream()
                    .filter(bean -> !bean.getName().startsWith(OURS)
                            || bean.getName().startsWith(ConstantServer.class.getPackageName() + "."))
                    .toList();
        }
    }
}
