package gg.jte.generated.ondemand.cases;
import java.util.List;
import org.shuqi.web.View;
import org.shuqi.web.cases.Handling;
@SuppressWarnings("unchecked")
public final class JtewhoGenerated {
	public static final String JTE_NAME = "cases/who.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,2,4,4,4,4,8,8,9,9,9,9,9,9,9,9,9,10,10,10,10,10,11,11,12,12,12,12,12,12,12,13,13,14,14,14,15,15,15,15,15,15,15,15,15,16,16,18,18,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,20,20,22,22,23,23,23,23,23,23,25,25,26,26,4,5,6,7,7,7,7};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, View view, List<Handling.Word> requesters, String value, String fault) {
		if (requesters.size() == 1) {
			jteOutput.writeContent("<input type=\"hidden\" name=\"requester\"");
			var __jte_html_attribute_0 = requesters.get(0).code();
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
				jteOutput.writeContent(" value=\"");
				jteOutput.setContext("input", "value");
				jteOutput.writeUserContent(__jte_html_attribute_0);
				jteOutput.setContext("input", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">\n<p class=\"field\"><span class=\"label\">");
			jteOutput.setContext("span", null);
			jteOutput.writeUserContent(view.t("cases.new.requester"));
			jteOutput.writeContent("</span> ");
			gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, requesters.get(0).label());
			jteOutput.writeContent("</p>\n");
		} else {
			jteOutput.writeContent("<div class=\"field ");
			jteOutput.setContext("div", "class");
			jteOutput.writeUserContent(fault == null ? "" : "wrong");
			jteOutput.setContext("div", null);
			jteOutput.writeContent("\"><label for=\"requester\">");
			jteOutput.setContext("label", null);
			jteOutput.writeUserContent(view.t("cases.new.requester"));
			jteOutput.writeContent("</label>\n");
			if (requesters.isEmpty()) {
				jteOutput.writeContent("<p class=\"help\" id=\"requester-help\">");
				jteOutput.setContext("p", null);
				jteOutput.writeUserContent(view.t("cases.new.requester.help"));
				jteOutput.writeContent("</p>\n<input id=\"requester\" name=\"requester\"");
				var __jte_html_attribute_1 = value;
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
					jteOutput.writeContent(" value=\"");
					jteOutput.setContext("input", "value");
					jteOutput.writeUserContent(__jte_html_attribute_1);
					jteOutput.setContext("input", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(" autocomplete=\"off\" aria-describedby=\"requester-help\">\n");
			} else {
				jteOutput.writeContent("<select id=\"requester\" name=\"requester\">\n");
				for (var requester : requesters) {
					jteOutput.writeContent("<option");
					var __jte_html_attribute_2 = requester.code();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_2)) {
						jteOutput.writeContent(" value=\"");
						jteOutput.setContext("option", "value");
						jteOutput.writeUserContent(__jte_html_attribute_2);
						jteOutput.setContext("option", null);
						jteOutput.writeContent("\"");
					}
					var __jte_html_attribute_3 = requester.isChosen();
					if (__jte_html_attribute_3) {
					jteOutput.writeContent(" selected");
					}
					var __jte_html_attribute_4 = requester.label().language();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_4)) {
						jteOutput.writeContent(" lang=\"");
						jteOutput.setContext("option", "lang");
						jteOutput.writeUserContent(__jte_html_attribute_4);
						jteOutput.setContext("option", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">");
					jteOutput.setContext("option", null);
					jteOutput.writeUserContent(requester.label().text());
					jteOutput.writeContent("</option>\n");
				}
				jteOutput.writeContent("</select>\n");
			}
			if (fault != null) {
				jteOutput.writeContent("<p class=\"fault\" id=\"requester-fault\">");
				jteOutput.setContext("p", null);
				jteOutput.writeUserContent(fault);
				jteOutput.writeContent("</p>");
			}
			jteOutput.writeContent("\n</div>\n");
		}
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		View view = (View)params.get("view");
		List<Handling.Word> requesters = (List<Handling.Word>)params.get("requesters");
		String value = (String)params.get("value");
		String fault = (String)params.getOrDefault("fault", null);
		render(jteOutput, jteHtmlInterceptor, view, requesters, value, fault);
	}
}
