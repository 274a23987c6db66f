package gg.jte.generated.ondemand.ask;
import java.util.List;
import org.shuqi.web.View;
import org.shuqi.web.ask.AskPage;
@SuppressWarnings("unchecked")
public final class JtestepsGenerated {
	public static final String JTE_NAME = "ask/steps.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,2,4,4,4,4,7,7,7,8,8,8,8,8,8,9,9,11,11,11,4,5,5,5,5};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, View view, List<AskPage.Step> steps) {
		jteOutput.writeContent("<ul>\n");
		for (var step : steps) {
			jteOutput.writeContent("<li>");
			gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, step.text());
			if (step.with().isPresent()) {
				jteOutput.writeContent(" · ");
				gg.jte.generated.ondemand.ask.JtecrumbGenerated.render(jteOutput, jteHtmlInterceptor, step.with().get());
			}
			jteOutput.writeContent("</li>\n");
		}
		jteOutput.writeContent("</ul>\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		View view = (View)params.get("view");
		List<AskPage.Step> steps = (List<AskPage.Step>)params.get("steps");
		render(jteOutput, jteHtmlInterceptor, view, steps);
	}
}
