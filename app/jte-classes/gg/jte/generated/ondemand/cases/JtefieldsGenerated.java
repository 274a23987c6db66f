package gg.jte.generated.ondemand.cases;
import org.shuqi.web.View;
import org.shuqi.web.cases.Handling;
@SuppressWarnings("unchecked")
public final class JtefieldsGenerated {
	public static final String JTE_NAME = "cases/fields.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,3,3,3,3,5,5,6,7,7,7,7,7,7,7,7,7,7,7,7,7,7,7,7,7,8,8,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,10,10,10,10,10,10,11,11,13,13,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,15,15,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,17,17,17,18,18,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,20,20,22,22,23,23,23,23,23,23,23,23,23,23,23,23,23,23,23,23,23,23,23,23,23,23,23,23,23,24,24,25,25,25,26,26,26,26,26,26,26,26,26,26,26,26,26,26,26,26,26,26,26,26,26,26,26,26,26,27,27,28,28,28,28,28,28,28,28,28,28,28,28,28,28,28,28,28,28,28,28,29,29,31,31,32,33,34,34,34,34,34,34,34,35,35,36,36,36,36,36,36,36,36,36,36,36,36,36,36,36,37,37,37,37,37,37,38,38,40,40,41,41,41,41,41,41,41,41,41,41,41,41,41,42,42,42,42,42,42,42,43,43,43,3,4,4,4,4};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, View view, Handling.Choice choice) {
		for (var field : choice.fields()) {
			if (field.form().equals("codes")) {
				jteOutput.writeContent("<fieldset");
				var __jte_html_attribute_0 = field.id();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
					jteOutput.writeContent(" id=\"");
					jteOutput.setContext("fieldset", "id");
					jteOutput.writeUserContent(__jte_html_attribute_0);
					jteOutput.setContext("fieldset", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent("><legend>");
				gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, field.label());
				if (!field.isNeeded()) {
					jteOutput.writeContent(" <span class=\"optional\">");
					jteOutput.setContext("span", null);
					jteOutput.writeUserContent(view.t("cases.step.several"));
					jteOutput.writeContent("</span>");
				}
				jteOutput.writeContent("</legend>\n");
				for (var word : field.words()) {
					jteOutput.writeContent("<label class=\"tick\"><input type=\"checkbox\"");
					var __jte_html_attribute_1 = field.name();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
						jteOutput.writeContent(" name=\"");
						jteOutput.setContext("input", "name");
						jteOutput.writeUserContent(__jte_html_attribute_1);
						jteOutput.setContext("input", null);
						jteOutput.writeContent("\"");
					}
					var __jte_html_attribute_2 = word.code();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_2)) {
						jteOutput.writeContent(" value=\"");
						jteOutput.setContext("input", "value");
						jteOutput.writeUserContent(__jte_html_attribute_2);
						jteOutput.setContext("input", null);
						jteOutput.writeContent("\"");
					}
					var __jte_html_attribute_3 = word.isChosen();
					if (__jte_html_attribute_3) {
					jteOutput.writeContent(" checked");
					}
					jteOutput.writeContent("> <span translate=\"no\">");
					jteOutput.setContext("span", null);
					jteOutput.writeUserContent(word.code());
					jteOutput.writeContent("</span> ");
					gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, word.label());
					jteOutput.writeContent("\n");
					if (word.help().isPresent()) {
						jteOutput.writeContent("<small class=\"soft\">");
						gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, word.help().get());
						jteOutput.writeContent("</small>");
					}
					jteOutput.writeContent("</label>\n");
				}
				jteOutput.writeContent("</fieldset>\n");
			} else {
				jteOutput.writeContent("<div class=\"field\"><label");
				var __jte_html_attribute_4 = field.id();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_4)) {
					jteOutput.writeContent(" for=\"");
					jteOutput.setContext("label", "for");
					jteOutput.writeUserContent(__jte_html_attribute_4);
					jteOutput.setContext("label", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(">");
				gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, field.label());
				if (!field.isNeeded()) {
					jteOutput.writeContent(" <span class=\"optional\">");
					jteOutput.setContext("span", null);
					jteOutput.writeUserContent(view.t("cases.optional"));
					jteOutput.writeContent("</span>");
				}
				jteOutput.writeContent("</label>\n");
				if (field.form().equals("code")) {
					jteOutput.writeContent("<select");
					var __jte_html_attribute_5 = field.id();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_5)) {
						jteOutput.writeContent(" id=\"");
						jteOutput.setContext("select", "id");
						jteOutput.writeUserContent(__jte_html_attribute_5);
						jteOutput.setContext("select", null);
						jteOutput.writeContent("\"");
					}
					var __jte_html_attribute_6 = field.name();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_6)) {
						jteOutput.writeContent(" name=\"");
						jteOutput.setContext("select", "name");
						jteOutput.writeUserContent(__jte_html_attribute_6);
						jteOutput.setContext("select", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">\n<option value=\"\">");
					jteOutput.setContext("option", null);
					jteOutput.writeUserContent(view.t("cases.step.choose"));
					jteOutput.writeContent("</option>\n");
					for (var word : field.words()) {
						jteOutput.writeContent("<option");
						var __jte_html_attribute_7 = word.code();
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_7)) {
							jteOutput.writeContent(" value=\"");
							jteOutput.setContext("option", "value");
							jteOutput.writeUserContent(__jte_html_attribute_7);
							jteOutput.setContext("option", null);
							jteOutput.writeContent("\"");
						}
						var __jte_html_attribute_8 = word.isChosen();
						if (__jte_html_attribute_8) {
						jteOutput.writeContent(" selected");
						}
						var __jte_html_attribute_9 = word.label().language().isEmpty() ? null : word.label().language();
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_9)) {
							jteOutput.writeContent(" lang=\"");
							jteOutput.setContext("option", "lang");
							jteOutput.writeUserContent(__jte_html_attribute_9);
							jteOutput.setContext("option", null);
							jteOutput.writeContent("\"");
						}
						jteOutput.writeContent(">");
						jteOutput.setContext("option", null);
						jteOutput.writeUserContent(word.label().text());
						jteOutput.writeContent("</option>\n");
					}
					jteOutput.writeContent("</select>\n");
				} else if (field.form().equals("number")) {
					jteOutput.writeContent("<input");
					var __jte_html_attribute_10 = field.id();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_10)) {
						jteOutput.writeContent(" id=\"");
						jteOutput.setContext("input", "id");
						jteOutput.writeUserContent(__jte_html_attribute_10);
						jteOutput.setContext("input", null);
						jteOutput.writeContent("\"");
					}
					var __jte_html_attribute_11 = field.name();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_11)) {
						jteOutput.writeContent(" name=\"");
						jteOutput.setContext("input", "name");
						jteOutput.writeUserContent(__jte_html_attribute_11);
						jteOutput.setContext("input", null);
						jteOutput.writeContent("\"");
					}
					var __jte_html_attribute_12 = field.value();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_12)) {
						jteOutput.writeContent(" value=\"");
						jteOutput.setContext("input", "value");
						jteOutput.writeUserContent(__jte_html_attribute_12);
						jteOutput.setContext("input", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(" inputmode=\"numeric\" autocomplete=\"off\">\n");
				} else if (field.form().equals("time")) {
					jteOutput.writeContent("<p class=\"help\">");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(view.t("cases.step.time"));
					jteOutput.writeContent("</p>\n<input");
					var __jte_html_attribute_13 = field.id();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_13)) {
						jteOutput.writeContent(" id=\"");
						jteOutput.setContext("input", "id");
						jteOutput.writeUserContent(__jte_html_attribute_13);
						jteOutput.setContext("input", null);
						jteOutput.writeContent("\"");
					}
					var __jte_html_attribute_14 = field.name();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_14)) {
						jteOutput.writeContent(" name=\"");
						jteOutput.setContext("input", "name");
						jteOutput.writeUserContent(__jte_html_attribute_14);
						jteOutput.setContext("input", null);
						jteOutput.writeContent("\"");
					}
					var __jte_html_attribute_15 = field.value();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_15)) {
						jteOutput.writeContent(" value=\"");
						jteOutput.setContext("input", "value");
						jteOutput.writeUserContent(__jte_html_attribute_15);
						jteOutput.setContext("input", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(" autocomplete=\"off\">\n");
				} else {
					jteOutput.writeContent("<textarea");
					var __jte_html_attribute_16 = field.id();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_16)) {
						jteOutput.writeContent(" id=\"");
						jteOutput.setContext("textarea", "id");
						jteOutput.writeUserContent(__jte_html_attribute_16);
						jteOutput.setContext("textarea", null);
						jteOutput.writeContent("\"");
					}
					var __jte_html_attribute_17 = field.name();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_17)) {
						jteOutput.writeContent(" name=\"");
						jteOutput.setContext("textarea", "name");
						jteOutput.writeUserContent(__jte_html_attribute_17);
						jteOutput.setContext("textarea", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">");
					jteOutput.setContext("textarea", null);
					jteOutput.writeUserContent(field.value());
					jteOutput.writeContent("</textarea>\n");
				}
				jteOutput.writeContent("</div>\n");
			}
		}
		if (!choice.items().isEmpty()) {
			jteOutput.writeContent("<fieldset id=\"");
			jteOutput.setContext("fieldset", "id");
			jteOutput.writeUserContent(choice.step());
			jteOutput.setContext("fieldset", null);
			jteOutput.writeContent("-permission\"><legend>");
			jteOutput.setContext("legend", null);
			jteOutput.writeUserContent(view.t("cases.step.granted"));
			jteOutput.writeContent("</legend>\n");
			for (var item : choice.items()) {
				jteOutput.writeContent("<label class=\"tick\"><input type=\"checkbox\" name=\"granted\"");
				var __jte_html_attribute_18 = item.code();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_18)) {
					jteOutput.writeContent(" value=\"");
					jteOutput.setContext("input", "value");
					jteOutput.writeUserContent(__jte_html_attribute_18);
					jteOutput.setContext("input", null);
					jteOutput.writeContent("\"");
				}
				var __jte_html_attribute_19 = item.isChosen();
				if (__jte_html_attribute_19) {
				jteOutput.writeContent(" checked");
				}
				jteOutput.writeContent("> ");
				gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, item.label());
				jteOutput.writeContent("\n");
				if (item.help().isPresent()) {
					jteOutput.writeContent("<small class=\"soft\">");
					gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, item.help().get());
					jteOutput.writeContent("</small>");
				}
				jteOutput.writeContent("</label>\n");
			}
			jteOutput.writeContent("</fieldset>\n");
		}
		jteOutput.writeContent("<div class=\"field\"><label for=\"");
		jteOutput.setContext("label", "for");
		jteOutput.writeUserContent(choice.step());
		jteOutput.setContext("label", null);
		jteOutput.writeContent("-note\">");
		jteOutput.setContext("label", null);
		jteOutput.writeUserContent(view.t(choice.needsNote() ? "cases.step.reason" : "cases.step.note"));
		if (!choice.needsNote()) {
			jteOutput.writeContent(" <span class=\"optional\">");
			jteOutput.setContext("span", null);
			jteOutput.writeUserContent(view.t("cases.optional"));
			jteOutput.writeContent("</span>");
		}
		jteOutput.writeContent("</label>\n<textarea id=\"");
		jteOutput.setContext("textarea", "id");
		jteOutput.writeUserContent(choice.step());
		jteOutput.setContext("textarea", null);
		jteOutput.writeContent("-note\" name=\"note\">");
		jteOutput.setContext("textarea", null);
		jteOutput.writeUserContent(choice.note());
		jteOutput.writeContent("</textarea></div>\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		View view = (View)params.get("view");
		Handling.Choice choice = (Handling.Choice)params.get("choice");
		render(jteOutput, jteHtmlInterceptor, view, choice);
	}
}
