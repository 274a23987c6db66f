package gg.jte.generated.ondemand.cases;
import java.util.List;
import org.shuqi.web.View;
import org.shuqi.web.cases.CasePage;
@SuppressWarnings("unchecked")
public final class JtecourseGenerated {
	public static final String JTE_NAME = "cases/course.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,2,4,4,4,4,7,7,7,7,8,8,9,9,9,10,10,12,12,13,13,13,13,13,14,14,14,14,14,15,15,15,15,15,16,16,16,16,16,16,16,17,17,17,17,17,17,19,19,21,21,23,23,23,4,5,5,5,5};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, View view, List<CasePage.Event> course) {
		jteOutput.writeContent("<section aria-labelledby=\"course\">\n<h2 id=\"course\">");
		jteOutput.setContext("h2", null);
		jteOutput.writeUserContent(view.t("cases.course"));
		jteOutput.writeContent("</h2>\n");
		if (course.isEmpty()) {
			jteOutput.writeContent("<p class=\"soft\">");
			jteOutput.setContext("p", null);
			jteOutput.writeUserContent(view.t("cases.course.none"));
			jteOutput.writeContent("</p>\n");
		} else {
			jteOutput.writeContent("<ol class=\"timeline\">\n");
			for (var event : course) {
				jteOutput.writeContent("<li><time class=\"num\" translate=\"no\">");
				jteOutput.setContext("time", null);
				jteOutput.writeUserContent(event.time());
				jteOutput.writeContent("</time> <strong>");
				gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, event.what());
				jteOutput.writeContent("</strong>\n");
				if (!event.by().isEmpty()) {
					jteOutput.writeContent(" ");
					gg.jte.generated.ondemand.cases.JtelinksGenerated.render(jteOutput, jteHtmlInterceptor, event.by());
				}
				jteOutput.writeContent("\n");
				if (event.role().isPresent()) {
					jteOutput.writeContent(" · ");
					gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, event.role().get());
				}
				jteOutput.writeContent("\n");
				if (event.person().isPresent()) {
					jteOutput.writeContent(" · <span translate=\"no\">");
					jteOutput.setContext("span", null);
					jteOutput.writeUserContent(event.person().get());
					jteOutput.writeContent("</span>");
				}
				jteOutput.writeContent("\n");
				if (event.note().isPresent()) {
					jteOutput.writeContent("<br><q>");
					gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, event.note().get());
					jteOutput.writeContent("</q>");
				}
				jteOutput.writeContent("\n</li>\n");
			}
			jteOutput.writeContent("</ol>\n");
		}
		jteOutput.writeContent("</section>\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		View view = (View)params.get("view");
		List<CasePage.Event> course = (List<CasePage.Event>)params.get("course");
		render(jteOutput, jteHtmlInterceptor, view, course);
	}
}
