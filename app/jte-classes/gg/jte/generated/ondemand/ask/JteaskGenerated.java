package gg.jte.generated.ondemand.ask;
import java.util.List;
import org.shuqi.web.View;
import org.shuqi.web.ask.AskPage;
@SuppressWarnings("unchecked")
public final class JteaskGenerated {
	public static final String JTE_NAME = "ask/ask.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,2,3,3,3,3,5,5,5,6,6,7,8,8,8,9,9,10,10,10,11,11,12,13,13,14,14,14,15,15,16,16,16,16,16,16,16,16,16,16,16,17,17,19,19,21,21,22,22,22,22,22,23,23,23,25,25,25,26,26,27,27,27,27,27,27,27,27,27,27,27,27,27,27,27,27,27,27,27,27,27,27,27,27,28,28,30,30,30,30,30,30,30,30,30,30,30,30,30,30,30,31,31,31,31,31,31,31,31,31,31,31,31,31,31,31,32,32,32,33,33,34,34,34,34,34,34,34,34,34,34,34,34,34,34,34,34,35,35,37,37,38,38,38,38,38,38,38,38,38,38,38,38,38,38,38,39,39,40,40,40,40,40,40,40,40,40,40,40,40,40,40,40,41,41,41,41,41,41,41,41,41,41,41,41,41,41,41,44,44,44,46,46,47,47,47,49,49,50,50,50,50,50,50,50,50,50,50,50,51,51,53,53,54,54,55,55,55,3,4,4,4,4};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, View view, AskPage page) {
		gg.jte.generated.ondemand.layout.JtepageGenerated.render(jteOutput, jteHtmlInterceptor, view, view.t("ask.title"), "ask", java.util.List.of(), List.of("combo.js", "copy.js"), false, new gg.jte.html.HtmlContent() {
			public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
				jteOutput.writeContent("\n");
				if (page.card().isPresent()) {
					gg.jte.generated.ondemand.ask.JtecardGenerated.render(jteOutput, jteHtmlInterceptor, view, page.card().get());
					jteOutput.writeContent("\n<h2>");
					jteOutput.setContext("h2", null);
					jteOutput.writeUserContent(view.t("ask.again"));
					jteOutput.writeContent("</h2>\n");
				} else {
					jteOutput.writeContent("<p class=\"lead\">");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(view.t("ask.lead"));
					jteOutput.writeContent("</p>\n");
				}
				gg.jte.generated.ondemand.part.JteerrorsGenerated.render(jteOutput, jteHtmlInterceptor, view, page.faults());
				jteOutput.writeContent("\n");
				for (var unclear : page.unclear()) {
					jteOutput.writeContent("<div class=\"note\"><p>");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(view.t("ask.near", unclear.label()));
					jteOutput.writeContent("</p><ul>\n");
					for (var near : unclear.near()) {
						jteOutput.writeContent("<li><a");
						var __jte_html_attribute_0 = near.address();
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
							jteOutput.writeContent(" href=\"");
							jteOutput.setContext("a", "href");
							jteOutput.writeUserContent(__jte_html_attribute_0);
							jteOutput.setContext("a", null);
							jteOutput.writeContent("\"");
						}
						jteOutput.writeContent(">");
						gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, near.name());
						jteOutput.writeContent("</a></li>\n");
					}
					jteOutput.writeContent("</ul></div>\n");
				}
				jteOutput.writeContent("<form action=\"/ask\" method=\"get\" novalidate>\n");
				gg.jte.generated.ondemand.ask.JtefieldsGenerated.render(jteOutput, jteHtmlInterceptor, view, page.form().recipient(), page.form().dataset(), page.form().purpose());
				jteOutput.writeContent("\n<details");
				var __jte_html_attribute_1 = page.form().hasMore();
				if (__jte_html_attribute_1) {
				jteOutput.writeContent(" open");
				}
				jteOutput.writeContent(">\n<summary>");
				jteOutput.setContext("summary", null);
				jteOutput.writeUserContent(view.t("ask.more"));
				jteOutput.writeContent("</summary>\n<div class=\"columns\">\n<div class=\"field\"><label for=\"method\">");
				jteOutput.setContext("label", null);
				jteOutput.writeUserContent(view.t("ask.field.method"));
				jteOutput.writeContent("</label><select id=\"method\" name=\"method\">\n");
				for (var choice : page.form().method()) {
					jteOutput.writeContent("<option");
					var __jte_html_attribute_2 = choice.value();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_2)) {
						jteOutput.writeContent(" value=\"");
						jteOutput.setContext("option", "value");
						jteOutput.writeUserContent(__jte_html_attribute_2);
						jteOutput.setContext("option", null);
						jteOutput.writeContent("\"");
					}
					var __jte_html_attribute_3 = choice.label().language().isEmpty() ? null : choice.label().language();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_3)) {
						jteOutput.writeContent(" lang=\"");
						jteOutput.setContext("option", "lang");
						jteOutput.writeUserContent(__jte_html_attribute_3);
						jteOutput.setContext("option", null);
						jteOutput.writeContent("\"");
					}
					var __jte_html_attribute_4 = choice.isChosen();
					if (__jte_html_attribute_4) {
					jteOutput.writeContent(" selected");
					}
					jteOutput.writeContent(">");
					jteOutput.setContext("option", null);
					jteOutput.writeUserContent(choice.label().text());
					jteOutput.writeContent("</option>\n");
				}
				jteOutput.writeContent("</select></div>\n<div class=\"field\"><label for=\"at\">");
				jteOutput.setContext("label", null);
				jteOutput.writeUserContent(view.t("ask.field.at"));
				jteOutput.writeContent("</label><p class=\"help\" id=\"at-help\">");
				jteOutput.setContext("p", null);
				jteOutput.writeUserContent(view.t("ask.help.at"));
				jteOutput.writeContent("</p><input id=\"at\" name=\"at\"");
				var __jte_html_attribute_5 = page.form().at();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_5)) {
					jteOutput.writeContent(" value=\"");
					jteOutput.setContext("input", "value");
					jteOutput.writeUserContent(__jte_html_attribute_5);
					jteOutput.setContext("input", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(" maxlength=\"40\" placeholder=\"2026-06-01\" aria-describedby=\"at-help\"></div>\n<div class=\"field\"><label for=\"items\">");
				jteOutput.setContext("label", null);
				jteOutput.writeUserContent(view.t("ask.field.items"));
				jteOutput.writeContent("</label><p class=\"help\" id=\"items-help\">");
				jteOutput.setContext("p", null);
				jteOutput.writeUserContent(view.t("ask.help.items"));
				jteOutput.writeContent("</p><input id=\"items\" name=\"items\"");
				var __jte_html_attribute_6 = page.form().items();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_6)) {
					jteOutput.writeContent(" value=\"");
					jteOutput.setContext("input", "value");
					jteOutput.writeUserContent(__jte_html_attribute_6);
					jteOutput.setContext("input", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(" maxlength=\"2000\" aria-describedby=\"items-help\"></div>\n<div class=\"field\"><label for=\"action\">");
				jteOutput.setContext("label", null);
				jteOutput.writeUserContent(view.t("ask.field.action"));
				jteOutput.writeContent("</label><select id=\"action\" name=\"action\">\n");
				for (var choice : page.form().action()) {
					jteOutput.writeContent("<option");
					var __jte_html_attribute_7 = choice.value();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_7)) {
						jteOutput.writeContent(" value=\"");
						jteOutput.setContext("option", "value");
						jteOutput.writeUserContent(__jte_html_attribute_7);
						jteOutput.setContext("option", null);
						jteOutput.writeContent("\"");
					}
					var __jte_html_attribute_8 = choice.isChosen();
					if (__jte_html_attribute_8) {
					jteOutput.writeContent(" selected");
					}
					jteOutput.writeContent(">");
					jteOutput.setContext("option", null);
					jteOutput.writeUserContent(choice.label().text());
					jteOutput.writeContent("</option>\n");
				}
				jteOutput.writeContent("</select></div>\n");
				gg.jte.generated.ondemand.part.JtecomboGenerated.render(jteOutput, jteHtmlInterceptor, view, page.form().thirdParty());
				jteOutput.writeContent("\n<div class=\"field\"><label for=\"destination\">");
				jteOutput.setContext("label", null);
				jteOutput.writeUserContent(view.t("ask.field.destination"));
				jteOutput.writeContent("</label><p class=\"help\" id=\"destination-help\">");
				jteOutput.setContext("p", null);
				jteOutput.writeUserContent(view.t("ask.help.destination"));
				jteOutput.writeContent("</p><input id=\"destination\" name=\"destination\"");
				var __jte_html_attribute_9 = page.form().destination();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_9)) {
					jteOutput.writeContent(" value=\"");
					jteOutput.setContext("input", "value");
					jteOutput.writeUserContent(__jte_html_attribute_9);
					jteOutput.setContext("input", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(" maxlength=\"10\" aria-describedby=\"destination-help\"></div>\n");
				gg.jte.generated.ondemand.part.JtecomboGenerated.render(jteOutput, jteHtmlInterceptor, view, page.form().provider());
				jteOutput.writeContent("\n<div class=\"field\"><label for=\"region\">");
				jteOutput.setContext("label", null);
				jteOutput.writeUserContent(view.t("ask.field.region"));
				jteOutput.writeContent("</label><p class=\"help\" id=\"region-help\">");
				jteOutput.setContext("p", null);
				jteOutput.writeUserContent(view.t("ask.help.region"));
				jteOutput.writeContent("</p><input id=\"region\" name=\"region\"");
				var __jte_html_attribute_10 = page.form().region();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_10)) {
					jteOutput.writeContent(" value=\"");
					jteOutput.setContext("input", "value");
					jteOutput.writeUserContent(__jte_html_attribute_10);
					jteOutput.setContext("input", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(" maxlength=\"200\" aria-describedby=\"region-help\"></div>\n<div class=\"field\"><label for=\"knownAt\">");
				jteOutput.setContext("label", null);
				jteOutput.writeUserContent(view.t("ask.field.knownAt"));
				jteOutput.writeContent("</label><p class=\"help\" id=\"knownAt-help\">");
				jteOutput.setContext("p", null);
				jteOutput.writeUserContent(view.t("ask.help.knownAt"));
				jteOutput.writeContent("</p><input id=\"knownAt\" name=\"knownAt\"");
				var __jte_html_attribute_11 = page.form().knownAt();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_11)) {
					jteOutput.writeContent(" value=\"");
					jteOutput.setContext("input", "value");
					jteOutput.writeUserContent(__jte_html_attribute_11);
					jteOutput.setContext("input", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(" maxlength=\"18\" inputmode=\"numeric\" aria-describedby=\"knownAt-help\"></div>\n</div>\n</details>\n<p class=\"tools\"><button class=\"main\">");
				jteOutput.setContext("button", null);
				jteOutput.writeUserContent(view.t("ask.go"));
				jteOutput.writeContent("</button></p>\n</form>\n");
				if (!page.examples().isEmpty()) {
					jteOutput.writeContent("<h2>");
					jteOutput.setContext("h2", null);
					jteOutput.writeUserContent(view.t("ask.examples"));
					jteOutput.writeContent("</h2>\n<ul>\n");
					for (var example : page.examples()) {
						jteOutput.writeContent("<li><a class=\"data\"");
						var __jte_html_attribute_12 = example.address();
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_12)) {
							jteOutput.writeContent(" href=\"");
							jteOutput.setContext("a", "href");
							jteOutput.writeUserContent(__jte_html_attribute_12);
							jteOutput.setContext("a", null);
							jteOutput.writeContent("\"");
						}
						jteOutput.writeContent(">");
						gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, example.name());
						jteOutput.writeContent("</a></li>\n");
					}
					jteOutput.writeContent("</ul>\n");
				}
			}
		});
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		View view = (View)params.get("view");
		AskPage page = (AskPage)params.get("page");
		render(jteOutput, jteHtmlInterceptor, view, page);
	}
}
