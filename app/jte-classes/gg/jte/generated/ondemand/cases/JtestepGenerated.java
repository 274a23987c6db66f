package gg.jte.generated.ondemand.cases;
import org.shuqi.web.View;
import org.shuqi.web.cases.Handling;
@SuppressWarnings("unchecked")
public final class JtestepGenerated {
	public static final String JTE_NAME = "cases/step.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,3,3,3,3,6,6,6,6,6,6,6,6,6,6,7,7,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,9,9,10,10,10,10,10,10,10,11,11,11,11,12,12,13,13,13,13,13,13,13,13,13,13,13,13,13,13,13,13,13,13,13,13,13,13,13,13,14,14,16,16,17,17,17,17,17,17,17,17,17,18,18,19,21,21,22,22,22,22,22,22,22,23,23,23,23,23,25,25,25,26,26,28,28,29,29,29,29,29,30,30,32,32,33,33,33,33,33,33,33,35,35,37,37,37,3,4,5,5,5,5};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, View view, Handling handling, Handling.Choice choice) {
		jteOutput.writeContent("<form");
		var __jte_html_attribute_0 = handling.address();
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
			jteOutput.writeContent(" action=\"");
			jteOutput.setContext("form", "action");
			jteOutput.writeUserContent(__jte_html_attribute_0);
			jteOutput.setContext("form", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent(" method=\"post\" novalidate>\n");
		gg.jte.generated.ondemand.part.JtecsrfGenerated.render(jteOutput, jteHtmlInterceptor, view);
		jteOutput.writeContent("\n<input type=\"hidden\" name=\"step\"");
		var __jte_html_attribute_1 = choice.step();
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
			jteOutput.writeContent(" value=\"");
			jteOutput.setContext("input", "value");
			jteOutput.writeUserContent(__jte_html_attribute_1);
			jteOutput.setContext("input", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent("><input type=\"hidden\" name=\"to\"");
		var __jte_html_attribute_2 = choice.to();
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_2)) {
			jteOutput.writeContent(" value=\"");
			jteOutput.setContext("input", "value");
			jteOutput.writeUserContent(__jte_html_attribute_2);
			jteOutput.setContext("input", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent("><input type=\"hidden\" name=\"tag\"");
		var __jte_html_attribute_3 = handling.tag();
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_3)) {
			jteOutput.writeContent(" value=\"");
			jteOutput.setContext("input", "value");
			jteOutput.writeUserContent(__jte_html_attribute_3);
			jteOutput.setContext("input", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent(">\n");
		if (choice.parties().size() > 1) {
			jteOutput.writeContent("<div class=\"field\"><label for=\"");
			jteOutput.setContext("label", "for");
			jteOutput.writeUserContent(choice.step());
			jteOutput.setContext("label", null);
			jteOutput.writeContent("-by\">");
			jteOutput.setContext("label", null);
			jteOutput.writeUserContent(view.t("cases.step.by"));
			jteOutput.writeContent("</label>\n<select id=\"");
			jteOutput.setContext("select", "id");
			jteOutput.writeUserContent(choice.step());
			jteOutput.setContext("select", null);
			jteOutput.writeContent("-by\" name=\"by\">\n");
			for (var party : choice.parties()) {
				jteOutput.writeContent("<option");
				var __jte_html_attribute_4 = party.code();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_4)) {
					jteOutput.writeContent(" value=\"");
					jteOutput.setContext("option", "value");
					jteOutput.writeUserContent(__jte_html_attribute_4);
					jteOutput.setContext("option", null);
					jteOutput.writeContent("\"");
				}
				var __jte_html_attribute_5 = party.isChosen();
				if (__jte_html_attribute_5) {
				jteOutput.writeContent(" selected");
				}
				var __jte_html_attribute_6 = party.label().language();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_6)) {
					jteOutput.writeContent(" lang=\"");
					jteOutput.setContext("option", "lang");
					jteOutput.writeUserContent(__jte_html_attribute_6);
					jteOutput.setContext("option", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(">");
				jteOutput.setContext("option", null);
				jteOutput.writeUserContent(party.label().text());
				jteOutput.writeContent("</option>\n");
			}
			jteOutput.writeContent("</select></div>\n");
		} else if (choice.parties().size() == 1) {
			jteOutput.writeContent("<input type=\"hidden\" name=\"by\"");
			var __jte_html_attribute_7 = choice.parties().get(0).code();
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_7)) {
				jteOutput.writeContent(" value=\"");
				jteOutput.setContext("input", "value");
				jteOutput.writeUserContent(__jte_html_attribute_7);
				jteOutput.setContext("input", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">\n");
		}
		if (choice.isPlain()) {
			jteOutput.writeContent("<div class=\"tools\">\n<button class=\"main\">");
			gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, choice.label());
			jteOutput.writeContent("</button>\n");
			if (handling.isNext()) {
				jteOutput.writeContent("<button name=\"then\" value=\"next\">");
				jteOutput.setContext("button", null);
				jteOutput.writeUserContent(view.t("cases.step.next"));
				jteOutput.writeContent("</button>");
			}
			jteOutput.writeContent("\n<small class=\"law soft\">");
			for (var law : choice.law()) {
				gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, law);
				jteOutput.writeContent(" ");
			}
			jteOutput.writeContent("</small>\n</div>\n<details class=\"more\"><summary>");
			jteOutput.setContext("summary", null);
			jteOutput.writeUserContent(view.t("cases.step.with-note"));
			jteOutput.writeContent("</summary>\n");
			gg.jte.generated.ondemand.cases.JtefieldsGenerated.render(jteOutput, jteHtmlInterceptor, view, choice);
			jteOutput.writeContent("\n</details>\n");
		} else {
			jteOutput.writeContent("<p class=\"law soft\"><small>");
			for (var law : choice.law()) {
				gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, law);
				jteOutput.writeContent(" ");
			}
			jteOutput.writeContent("</small></p>\n");
			gg.jte.generated.ondemand.cases.JtefieldsGenerated.render(jteOutput, jteHtmlInterceptor, view, choice);
			jteOutput.writeContent("\n<div class=\"tools\">\n<button class=\"main\">");
			gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, choice.label());
			jteOutput.writeContent("</button>\n");
			if (handling.isNext()) {
				jteOutput.writeContent("<button name=\"then\" value=\"next\">");
				jteOutput.setContext("button", null);
				jteOutput.writeUserContent(view.t("cases.step.next"));
				jteOutput.writeContent("</button>");
			}
			jteOutput.writeContent("\n</div>\n");
		}
		jteOutput.writeContent("</form>\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		View view = (View)params.get("view");
		Handling handling = (Handling)params.get("handling");
		Handling.Choice choice = (Handling.Choice)params.get("choice");
		render(jteOutput, jteHtmlInterceptor, view, handling, choice);
	}
}
