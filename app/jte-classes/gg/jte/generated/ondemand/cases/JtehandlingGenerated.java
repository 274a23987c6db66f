package gg.jte.generated.ondemand.cases;
import org.shuqi.web.View;
import org.shuqi.web.cases.Handling;
@SuppressWarnings("unchecked")
public final class JtehandlingGenerated {
	public static final String JTE_NAME = "cases/handling.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,3,3,3,3,6,6,6,6,7,7,8,8,9,10,10,11,11,12,12,12,12,12,12,12,13,13,15,15,16,17,18,18,18,19,19,20,21,21,21,23,23,24,24,24,24,25,25,25,25,25,25,26,26,28,28,29,30,30,30,32,32,33,33,34,34,34,34,34,34,36,36,38,38,40,40,40,3,4,4,4,4};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, View view, Handling handling) {
		jteOutput.writeContent("<section aria-labelledby=\"handling\">\n<h2 id=\"handling\">");
		jteOutput.setContext("h2", null);
		jteOutput.writeUserContent(view.t("cases.handling"));
		jteOutput.writeContent("</h2>\n");
		gg.jte.generated.ondemand.part.JteerrorsGenerated.render(jteOutput, jteHtmlInterceptor, view, handling.faults());
		jteOutput.writeContent("\n");
		for (var choice : handling.choices()) {
			if (choice.isPlain()) {
				jteOutput.writeContent("<div class=\"choice\">");
				gg.jte.generated.ondemand.cases.JtestepGenerated.render(jteOutput, jteHtmlInterceptor, view, handling, choice);
				jteOutput.writeContent("</div>\n");
			} else {
				jteOutput.writeContent("<details class=\"choice\" name=\"step\"");
				var __jte_html_attribute_0 = choice.isOpen();
				if (__jte_html_attribute_0) {
				jteOutput.writeContent(" open");
				}
				jteOutput.writeContent("><summary>");
				gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, choice.label());
				jteOutput.writeContent("</summary>\n");
				gg.jte.generated.ondemand.cases.JtestepGenerated.render(jteOutput, jteHtmlInterceptor, view, handling, choice);
				jteOutput.writeContent("\n</details>\n");
			}
		}
		if (handling.choices().isEmpty()) {
			jteOutput.writeContent("<p class=\"soft\">");
			jteOutput.setContext("p", null);
			jteOutput.writeUserContent(view.t("cases.handling.none"));
			jteOutput.writeContent("</p>\n");
		}
		if (!handling.waiting().isEmpty()) {
			jteOutput.writeContent("<h3>");
			jteOutput.setContext("h3", null);
			jteOutput.writeUserContent(view.t("cases.handling.others"));
			jteOutput.writeContent("</h3>\n<ul>\n");
			for (var waiting : handling.waiting()) {
				jteOutput.writeContent("<li>");
				gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, waiting.label());
				jteOutput.writeContent(": ");
				gg.jte.generated.ondemand.cases.JtelinksGenerated.render(jteOutput, jteHtmlInterceptor, waiting.parties());
				jteOutput.writeContent("\n<small class=\"soft\">");
				for (var role : waiting.roles()) {
					jteOutput.writeContent("· ");
					gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, role);
					jteOutput.writeContent(" ");
				}
				jteOutput.writeContent("</small></li>\n");
			}
			jteOutput.writeContent("</ul>\n");
		}
		if (!handling.blocked().isEmpty()) {
			jteOutput.writeContent("<h3>");
			jteOutput.setContext("h3", null);
			jteOutput.writeUserContent(view.t("cases.handling.blocked"));
			jteOutput.writeContent("</h3>\n<ul>\n");
			for (var blocked : handling.blocked()) {
				jteOutput.writeContent("<li>");
				gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, blocked.label());
				jteOutput.writeContent("\n");
				for (var because : blocked.because()) {
					jteOutput.writeContent("<br><small class=\"soft\">");
					gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, because);
					jteOutput.writeContent("</small>");
				}
				jteOutput.writeContent("\n</li>\n");
			}
			jteOutput.writeContent("</ul>\n");
		}
		jteOutput.writeContent("</section>\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		View view = (View)params.get("view");
		Handling handling = (Handling)params.get("handling");
		render(jteOutput, jteHtmlInterceptor, view, handling);
	}
}
