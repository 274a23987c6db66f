package gg.jte.generated.ondemand.cases;
import org.shuqi.web.View;
@SuppressWarnings("unchecked")
public final class JtetextGenerated {
	public static final String JTE_NAME = "cases/text.jte";
	public static final int[] JTE_LINE_INFO = {1,1,2,2,2,2,11,11,11,11,11,11,11,11,11,11,11,11,11,11,11,11,11,11,11,11,11,11,11,12,12,12,12,12,12,12,12,12,12,12,13,13,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,15,15,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,17,17,18,18,18,18,18,18,20,20,20,2,3,4,5,6,7,8,9,10,10,10,10};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, View view, String id, String label, String value, String help, String list, boolean optional, boolean large, String fault) {
		jteOutput.writeContent("<div class=\"field ");
		jteOutput.setContext("div", "class");
		jteOutput.writeUserContent(fault == null ? "" : "wrong");
		jteOutput.setContext("div", null);
		jteOutput.writeContent("\"><label");
		var __jte_html_attribute_0 = id;
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
			jteOutput.writeContent(" for=\"");
			jteOutput.setContext("label", "for");
			jteOutput.writeUserContent(__jte_html_attribute_0);
			jteOutput.setContext("label", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent(">");
		jteOutput.setContext("label", null);
		jteOutput.writeUserContent(label);
		if (optional) {
			jteOutput.writeContent(" <span class=\"optional\">");
			jteOutput.setContext("span", null);
			jteOutput.writeUserContent(view.t("cases.optional"));
			jteOutput.writeContent("</span>");
		}
		jteOutput.writeContent("</label>\n");
		if (help != null) {
			jteOutput.writeContent("<p class=\"help\" id=\"");
			jteOutput.setContext("p", "id");
			jteOutput.writeUserContent(id);
			jteOutput.setContext("p", null);
			jteOutput.writeContent("-help\">");
			jteOutput.setContext("p", null);
			jteOutput.writeUserContent(help);
			jteOutput.writeContent("</p>");
		}
		jteOutput.writeContent("\n");
		if (large) {
			jteOutput.writeContent("<textarea");
			var __jte_html_attribute_1 = id;
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
				jteOutput.writeContent(" id=\"");
				jteOutput.setContext("textarea", "id");
				jteOutput.writeUserContent(__jte_html_attribute_1);
				jteOutput.setContext("textarea", null);
				jteOutput.writeContent("\"");
			}
			var __jte_html_attribute_2 = id;
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_2)) {
				jteOutput.writeContent(" name=\"");
				jteOutput.setContext("textarea", "name");
				jteOutput.writeUserContent(__jte_html_attribute_2);
				jteOutput.setContext("textarea", null);
				jteOutput.writeContent("\"");
			}
			var __jte_html_attribute_3 = help == null ? null : id + "-help";
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_3)) {
				jteOutput.writeContent(" aria-describedby=\"");
				jteOutput.setContext("textarea", "aria-describedby");
				jteOutput.writeUserContent(__jte_html_attribute_3);
				jteOutput.setContext("textarea", null);
				jteOutput.writeContent("\"");
			}
			var __jte_html_attribute_4 = fault == null ? null : "true";
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_4)) {
				jteOutput.writeContent(" aria-invalid=\"");
				jteOutput.setContext("textarea", "aria-invalid");
				jteOutput.writeUserContent(__jte_html_attribute_4);
				jteOutput.setContext("textarea", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">");
			jteOutput.setContext("textarea", null);
			jteOutput.writeUserContent(value);
			jteOutput.writeContent("</textarea>\n");
		} else {
			jteOutput.writeContent("<input");
			var __jte_html_attribute_5 = id;
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_5)) {
				jteOutput.writeContent(" id=\"");
				jteOutput.setContext("input", "id");
				jteOutput.writeUserContent(__jte_html_attribute_5);
				jteOutput.setContext("input", null);
				jteOutput.writeContent("\"");
			}
			var __jte_html_attribute_6 = id;
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_6)) {
				jteOutput.writeContent(" name=\"");
				jteOutput.setContext("input", "name");
				jteOutput.writeUserContent(__jte_html_attribute_6);
				jteOutput.setContext("input", null);
				jteOutput.writeContent("\"");
			}
			var __jte_html_attribute_7 = value;
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_7)) {
				jteOutput.writeContent(" value=\"");
				jteOutput.setContext("input", "value");
				jteOutput.writeUserContent(__jte_html_attribute_7);
				jteOutput.setContext("input", null);
				jteOutput.writeContent("\"");
			}
			var __jte_html_attribute_8 = list;
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_8)) {
				jteOutput.writeContent(" list=\"");
				jteOutput.setContext("input", "list");
				jteOutput.writeUserContent(__jte_html_attribute_8);
				jteOutput.setContext("input", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(" autocomplete=\"off\"");
			var __jte_html_attribute_9 = help == null ? null : id + "-help";
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_9)) {
				jteOutput.writeContent(" aria-describedby=\"");
				jteOutput.setContext("input", "aria-describedby");
				jteOutput.writeUserContent(__jte_html_attribute_9);
				jteOutput.setContext("input", null);
				jteOutput.writeContent("\"");
			}
			var __jte_html_attribute_10 = fault == null ? null : "true";
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_10)) {
				jteOutput.writeContent(" aria-invalid=\"");
				jteOutput.setContext("input", "aria-invalid");
				jteOutput.writeUserContent(__jte_html_attribute_10);
				jteOutput.setContext("input", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">\n");
		}
		if (fault != null) {
			jteOutput.writeContent("<p class=\"fault\">");
			jteOutput.setContext("p", null);
			jteOutput.writeUserContent(fault);
			jteOutput.writeContent("</p>");
		}
		jteOutput.writeContent("\n</div>\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		View view = (View)params.get("view");
		String id = (String)params.get("id");
		String label = (String)params.get("label");
		String value = (String)params.get("value");
		String help = (String)params.getOrDefault("help", null);
		String list = (String)params.getOrDefault("list", null);
		boolean optional = (boolean)params.getOrDefault("optional", false);
		boolean large = (boolean)params.getOrDefault("large", false);
		String fault = (String)params.getOrDefault("fault", null);
		render(jteOutput, jteHtmlInterceptor, view, id, label, value, help, list, optional, large, fault);
	}
}
