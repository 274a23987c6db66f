package gg.jte.generated.ondemand.cases;
import java.util.List;
import org.shuqi.web.View;
import org.shuqi.web.cases.Granted;
@SuppressWarnings("unchecked")
public final class JtegrantsGenerated {
	public static final String JTE_NAME = "cases/grants.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,2,4,4,4,4,6,6,7,7,7,7,7,7,7,7,7,9,9,9,9,10,10,10,10,10,10,10,10,10,12,12,13,13,14,14,14,14,15,15,15,15,15,16,16,16,16,16,16,16,17,17,18,18,23,23,23,23,23,23,23,23,23,23,23,23,23,23,24,24,24,24,24,24,24,24,24,24,24,24,24,24,26,26,27,27,4,5,5,5,5};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, View view, List<Granted> grants) {
		for (var grant : grants) {
			jteOutput.writeContent("<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
			var __jte_html_attribute_0 = view.t("cases.grants");
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
				jteOutput.writeContent(" aria-label=\"");
				jteOutput.setContext("div", "aria-label");
				jteOutput.writeUserContent(__jte_html_attribute_0);
				jteOutput.setContext("div", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">\n<table>\n<caption>");
			gg.jte.generated.ondemand.cases.JtelinksGenerated.render(jteOutput, jteHtmlInterceptor, grant.providers());
			jteOutput.writeContent(" → ");
			gg.jte.generated.ondemand.cases.JtelinksGenerated.render(jteOutput, jteHtmlInterceptor, grant.recipients());
			jteOutput.writeContent("</caption>\n<thead><tr><th scope=\"col\">");
			jteOutput.setContext("th", null);
			jteOutput.writeUserContent(view.t("cases.grants.dataset"));
			jteOutput.writeContent("</th><th scope=\"col\">");
			jteOutput.setContext("th", null);
			jteOutput.writeUserContent(view.t("cases.grants.attribute"));
			jteOutput.writeContent("</th><th scope=\"col\">");
			jteOutput.setContext("th", null);
			jteOutput.writeUserContent(view.t("cases.grants.items"));
			jteOutput.writeContent("</th></tr></thead>\n<tbody>\n");
			for (var row : grant.rows()) {
				jteOutput.writeContent("<tr><th scope=\"row\">");
				gg.jte.generated.ondemand.cases.JtelinkGenerated.render(jteOutput, jteHtmlInterceptor, row.dataset());
				jteOutput.writeContent("</th>\n<td>");
				for (var attribute : row.attribute()) {
					gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, attribute);
				}
				jteOutput.writeContent("</td>\n<td>");
				if (row.items().isEmpty()) {
					jteOutput.setContext("td", null);
					jteOutput.writeUserContent(view.t("cases.grants.all"));
				} else {
					jteOutput.writeContent("\n");
					for (int at = 0; at < row.items().size(); at++) {
						if (at > 0) {
							jteOutput.writeContent(" · ");
						}
						gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, row.items().get(at));
					}
					jteOutput.writeContent("\n");
				}
				jteOutput.writeContent("</td></tr>\n");
			}
			jteOutput.writeContent("</tbody>\n</table>\n</div>\n<dl class=\"facts\">\n");
			if (!grant.purposes().isEmpty()) {
				jteOutput.writeContent("<dt>");
				jteOutput.setContext("dt", null);
				jteOutput.writeUserContent(view.t("cases.grants.purposes"));
				jteOutput.writeContent("</dt><dd>");
				for (int at = 0; at < grant.purposes().size(); at++) {
					if (at > 0) {
						jteOutput.writeContent(" · ");
					}
					gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, grant.purposes().get(at));
				}
				jteOutput.writeContent("</dd>");
			}
			jteOutput.writeContent("\n");
			if (!grant.methods().isEmpty()) {
				jteOutput.writeContent("<dt>");
				jteOutput.setContext("dt", null);
				jteOutput.writeUserContent(view.t("cases.grants.methods"));
				jteOutput.writeContent("</dt><dd>");
				for (int at = 0; at < grant.methods().size(); at++) {
					if (at > 0) {
						jteOutput.writeContent(" · ");
					}
					gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, grant.methods().get(at));
				}
				jteOutput.writeContent("</dd>");
			}
			jteOutput.writeContent("\n</dl>\n");
		}
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		View view = (View)params.get("view");
		List<Granted> grants = (List<Granted>)params.get("grants");
		render(jteOutput, jteHtmlInterceptor, view, grants);
	}
}
