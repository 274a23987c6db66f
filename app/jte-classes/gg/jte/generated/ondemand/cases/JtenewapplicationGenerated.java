package gg.jte.generated.ondemand.cases;
import org.shuqi.web.Crumb;
import org.shuqi.web.View;
import org.shuqi.web.cases.NewApplicationPage;
@SuppressWarnings("unchecked")
public final class JtenewapplicationGenerated {
	public static final String JTE_NAME = "cases/new-application.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,2,4,4,4,4,6,6,6,7,7,9,9,10,10,10,10,10,10,10,10,10,11,11,12,12,12,13,13,13,15,15,16,16,16,16,16,16,16,16,17,17,19,19,20,20,20,20,20,20,20,20,20,21,21,21,22,22,23,23,23,23,23,23,23,23,23,24,24,25,25,25,25,25,25,26,26,26,26,26,27,27,27,27,27,28,28,29,29,29,29,29,29,29,29,29,29,29,29,29,29,29,30,30,30,30,30,30,31,31,33,33,35,35,36,36,38,38,38,38,38,38,38,38,38,38,38,38,38,40,40,41,41,41,41,41,41,41,43,43,43,44,44,45,45,45,45,45,45,45,45,45,46,46,47,47,47,47,47,47,47,47,47,47,47,47,47,47,47,47,47,47,47,47,47,47,47,47,48,48,50,50,51,51,51,51,51,51,51,51,51,52,52,53,53,53,53,53,53,53,53,53,53,53,53,53,53,53,53,53,53,53,53,53,53,53,53,54,54,57,57,57,57,57,57,57,59,59,60,60,61,61,61,61,61,61,61,61,61,61,61,61,62,62,63,63,63,63,63,63,63,63,63,63,63,63,63,63,63,64,64,65,65,65,65,65,65,67,67,68,68,69,69,69,69,69,69,70,70,70,72,72,73,73,74,74,74,4,5,5,5,5};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, View view, NewApplicationPage page) {
		gg.jte.generated.ondemand.layout.JtepageGenerated.render(jteOutput, jteHtmlInterceptor, view, view.t("cases.new"), "applications", java.util.List.of(Crumb.of(view, "cases.list.title.applications", "/applications")), java.util.List.of(), false, new gg.jte.html.HtmlContent() {
			public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
				jteOutput.writeContent("\n");
				gg.jte.generated.ondemand.part.JteerrorsGenerated.render(jteOutput, jteHtmlInterceptor, view, page.faults());
				jteOutput.writeContent("\n<form class=\"filters\" action=\"/applications/new\" method=\"get\">\n");
				for (var wanted : page.datasets()) {
					jteOutput.writeContent("<input type=\"hidden\" name=\"dataset\"");
					var __jte_html_attribute_0 = wanted.iri();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
						jteOutput.writeContent(" value=\"");
						jteOutput.setContext("input", "value");
						jteOutput.writeUserContent(__jte_html_attribute_0);
						jteOutput.setContext("input", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">\n");
				}
				jteOutput.writeContent("<div><label for=\"dataset\">");
				jteOutput.setContext("label", null);
				jteOutput.writeUserContent(view.t("cases.new.add"));
				jteOutput.writeContent("</label><input id=\"dataset\" name=\"dataset\" autocomplete=\"off\" maxlength=\"200\"></div>\n<button>");
				jteOutput.setContext("button", null);
				jteOutput.writeUserContent(view.t("cases.new.add.go"));
				jteOutput.writeContent("</button>\n</form>\n");
				if (page.datasets().isEmpty()) {
					gg.jte.generated.ondemand.part.JteemptyGenerated.render(jteOutput, jteHtmlInterceptor, view.t("cases.new.none"), new gg.jte.html.HtmlContent() {
						public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
							jteOutput.writeContent("<a href=\"/search\">");
							jteOutput.setContext("a", null);
							jteOutput.writeUserContent(view.t("cases.new.search"));
							jteOutput.writeContent("</a>");
						}
					});
					jteOutput.writeContent("\n");
				} else {
					jteOutput.writeContent("<form action=\"/applications\" method=\"post\" novalidate>\n");
					gg.jte.generated.ondemand.part.JtecsrfGenerated.render(jteOutput, jteHtmlInterceptor, view);
					jteOutput.writeContent("\n<input type=\"hidden\" name=\"number\"");
					var __jte_html_attribute_1 = page.number();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
						jteOutput.writeContent(" value=\"");
						jteOutput.setContext("input", "value");
						jteOutput.writeUserContent(__jte_html_attribute_1);
						jteOutput.setContext("input", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">\n<fieldset><legend>");
					jteOutput.setContext("legend", null);
					jteOutput.writeUserContent(view.t("cases.new.data"));
					jteOutput.writeContent("</legend>\n");
					for (var wanted : page.datasets()) {
						jteOutput.writeContent("<input type=\"hidden\" name=\"dataset\"");
						var __jte_html_attribute_2 = wanted.iri();
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_2)) {
							jteOutput.writeContent(" value=\"");
							jteOutput.setContext("input", "value");
							jteOutput.writeUserContent(__jte_html_attribute_2);
							jteOutput.setContext("input", null);
							jteOutput.writeContent("\"");
						}
						jteOutput.writeContent(">\n<details class=\"wanted\"><summary>");
						gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, wanted.name().name());
						jteOutput.writeContent("\n<small class=\"soft\">");
						for (var attribute : wanted.attribute()) {
							jteOutput.writeContent("· ");
							gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, attribute);
							jteOutput.writeContent(" ");
						}
						jteOutput.writeContent("</small></summary>\n<p class=\"soft\">");
						jteOutput.setContext("p", null);
						jteOutput.writeUserContent(view.t("cases.new.provider"));
						jteOutput.writeContent(" ");
						gg.jte.generated.ondemand.cases.JtelinksGenerated.render(jteOutput, jteHtmlInterceptor, wanted.providers());
						jteOutput.writeContent("\n");
						for (var condition : wanted.condition()) {
							jteOutput.writeContent("<br>");
							gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, condition);
						}
						jteOutput.writeContent("</p>\n");
						for (var item : wanted.items()) {
							jteOutput.writeContent("<label class=\"tick\"><input type=\"checkbox\" name=\"item\"");
							var __jte_html_attribute_3 = item.code();
							if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_3)) {
								jteOutput.writeContent(" value=\"");
								jteOutput.setContext("input", "value");
								jteOutput.writeUserContent(__jte_html_attribute_3);
								jteOutput.setContext("input", null);
								jteOutput.writeContent("\"");
							}
							var __jte_html_attribute_4 = item.isChosen();
							if (__jte_html_attribute_4) {
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
						jteOutput.writeContent("</details>\n");
					}
					jteOutput.writeContent("</fieldset>\n");
					gg.jte.generated.ondemand.cases.JtewhoGenerated.render(jteOutput, jteHtmlInterceptor, view, page.requesters(), page.value("requester"), page.fault("requester").orElse(null));
					jteOutput.writeContent("\n");
					gg.jte.generated.ondemand.cases.JtetextGenerated.render(jteOutput, jteHtmlInterceptor, view, "title", view.t("cases.new.title"), page.value("title"), null, null, true, false, null);
					jteOutput.writeContent("\n<datalist id=\"bases\">\n");
					for (var basis : page.bases()) {
						jteOutput.writeContent("<option");
						var __jte_html_attribute_5 = basis.text();
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_5)) {
							jteOutput.writeContent(" value=\"");
							jteOutput.setContext("option", "value");
							jteOutput.writeUserContent(__jte_html_attribute_5);
							jteOutput.setContext("option", null);
							jteOutput.writeContent("\"");
						}
						jteOutput.writeContent("></option>");
					}
					jteOutput.writeContent("\n</datalist>\n");
					gg.jte.generated.ondemand.cases.JtetextGenerated.render(jteOutput, jteHtmlInterceptor, view, "basis", view.t("cases.new.basis"), page.value("basis"), view.t("cases.new.basis.help"), "bases", false, false, page.fault("basis").orElse(null));
					jteOutput.writeContent("\n<div class=\"field ");
					jteOutput.setContext("div", "class");
					jteOutput.writeUserContent(page.fault("purpose").isPresent() ? "wrong" : "");
					jteOutput.setContext("div", null);
					jteOutput.writeContent("\"><label for=\"purpose\">");
					jteOutput.setContext("label", null);
					jteOutput.writeUserContent(view.t("cases.new.purpose"));
					jteOutput.writeContent("</label>\n<select id=\"purpose\" name=\"purpose\">\n<option value=\"\">");
					jteOutput.setContext("option", null);
					jteOutput.writeUserContent(view.t("cases.step.choose"));
					jteOutput.writeContent("</option>\n");
					if (!page.listed().isEmpty()) {
						jteOutput.writeContent("<optgroup");
						var __jte_html_attribute_6 = view.t("cases.new.purpose.listed");
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_6)) {
							jteOutput.writeContent(" label=\"");
							jteOutput.setContext("optgroup", "label");
							jteOutput.writeUserContent(__jte_html_attribute_6);
							jteOutput.setContext("optgroup", null);
							jteOutput.writeContent("\"");
						}
						jteOutput.writeContent(">\n");
						for (var purpose : page.listed()) {
							jteOutput.writeContent("<option");
							var __jte_html_attribute_7 = purpose.code();
							if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_7)) {
								jteOutput.writeContent(" value=\"");
								jteOutput.setContext("option", "value");
								jteOutput.writeUserContent(__jte_html_attribute_7);
								jteOutput.setContext("option", null);
								jteOutput.writeContent("\"");
							}
							var __jte_html_attribute_8 = purpose.isChosen();
							if (__jte_html_attribute_8) {
							jteOutput.writeContent(" selected");
							}
							var __jte_html_attribute_9 = purpose.label().language();
							if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_9)) {
								jteOutput.writeContent(" lang=\"");
								jteOutput.setContext("option", "lang");
								jteOutput.writeUserContent(__jte_html_attribute_9);
								jteOutput.setContext("option", null);
								jteOutput.writeContent("\"");
							}
							jteOutput.writeContent(">");
							jteOutput.setContext("option", null);
							jteOutput.writeUserContent(purpose.label().text());
							jteOutput.writeContent("</option>\n");
						}
						jteOutput.writeContent("</optgroup>\n");
					}
					jteOutput.writeContent("<optgroup");
					var __jte_html_attribute_10 = view.t("cases.new.purpose.other");
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_10)) {
						jteOutput.writeContent(" label=\"");
						jteOutput.setContext("optgroup", "label");
						jteOutput.writeUserContent(__jte_html_attribute_10);
						jteOutput.setContext("optgroup", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">\n");
					for (var purpose : page.purposes()) {
						jteOutput.writeContent("<option");
						var __jte_html_attribute_11 = purpose.code();
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_11)) {
							jteOutput.writeContent(" value=\"");
							jteOutput.setContext("option", "value");
							jteOutput.writeUserContent(__jte_html_attribute_11);
							jteOutput.setContext("option", null);
							jteOutput.writeContent("\"");
						}
						var __jte_html_attribute_12 = purpose.isChosen();
						if (__jte_html_attribute_12) {
						jteOutput.writeContent(" selected");
						}
						var __jte_html_attribute_13 = purpose.label().language();
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_13)) {
							jteOutput.writeContent(" lang=\"");
							jteOutput.setContext("option", "lang");
							jteOutput.writeUserContent(__jte_html_attribute_13);
							jteOutput.setContext("option", null);
							jteOutput.writeContent("\"");
						}
						jteOutput.writeContent(">");
						jteOutput.setContext("option", null);
						jteOutput.writeUserContent(purpose.label().text());
						jteOutput.writeContent("</option>\n");
					}
					jteOutput.writeContent("</optgroup>\n</select>\n");
					if (page.fault("purpose").isPresent()) {
						jteOutput.writeContent("<p class=\"fault\">");
						jteOutput.setContext("p", null);
						jteOutput.writeUserContent(page.fault("purpose").get());
						jteOutput.writeContent("</p>");
					}
					jteOutput.writeContent("\n</div>\n");
					gg.jte.generated.ondemand.cases.JtetextGenerated.render(jteOutput, jteHtmlInterceptor, view, "scenario", view.t("cases.new.scenario"), page.value("scenario"), view.t("cases.new.scenario.help"), null, false, false, page.fault("scenario").orElse(null));
					jteOutput.writeContent("\n");
					gg.jte.generated.ondemand.cases.JtetextGenerated.render(jteOutput, jteHtmlInterceptor, view, "scope", view.t("cases.new.scope"), page.value("scope"), view.t("cases.new.scope.help"), null, false, false, page.fault("scope").orElse(null));
					jteOutput.writeContent("\n<fieldset id=\"method\"");
					var __jte_html_attribute_14 = page.fault("method").isPresent() ? "wrong" : null;
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_14)) {
						jteOutput.writeContent(" class=\"");
						jteOutput.setContext("fieldset", "class");
						jteOutput.writeUserContent(__jte_html_attribute_14);
						jteOutput.setContext("fieldset", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent("><legend>");
					jteOutput.setContext("legend", null);
					jteOutput.writeUserContent(view.t("cases.new.method"));
					jteOutput.writeContent("</legend>\n");
					for (var method : page.methods()) {
						jteOutput.writeContent("<label class=\"tick\"><input type=\"checkbox\" name=\"method\"");
						var __jte_html_attribute_15 = method.code();
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_15)) {
							jteOutput.writeContent(" value=\"");
							jteOutput.setContext("input", "value");
							jteOutput.writeUserContent(__jte_html_attribute_15);
							jteOutput.setContext("input", null);
							jteOutput.writeContent("\"");
						}
						var __jte_html_attribute_16 = method.isChosen();
						if (__jte_html_attribute_16) {
						jteOutput.writeContent(" checked");
						}
						jteOutput.writeContent("> ");
						gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, method.label());
						jteOutput.writeContent("</label>\n");
					}
					if (page.fault("method").isPresent()) {
						jteOutput.writeContent("<p class=\"fault\">");
						jteOutput.setContext("p", null);
						jteOutput.writeUserContent(page.fault("method").get());
						jteOutput.writeContent("</p>");
					}
					jteOutput.writeContent("\n</fieldset>\n");
					gg.jte.generated.ondemand.cases.JtetextGenerated.render(jteOutput, jteHtmlInterceptor, view, "until", view.t("cases.new.until"), page.value("until"), view.t("cases.new.until.help"), null, false, false, page.fault("until").orElse(null));
					jteOutput.writeContent("\n");
					gg.jte.generated.ondemand.cases.JtetextGenerated.render(jteOutput, jteHtmlInterceptor, view, "necessity", view.t("cases.new.necessity"), page.value("necessity"), null, null, true, true, null);
					jteOutput.writeContent("\n<div class=\"tools\"><button class=\"main\">");
					jteOutput.setContext("button", null);
					jteOutput.writeUserContent(view.t("cases.new.send"));
					jteOutput.writeContent("</button><button name=\"then\" value=\"draft\">");
					jteOutput.setContext("button", null);
					jteOutput.writeUserContent(view.t("cases.new.draft"));
					jteOutput.writeContent("</button></div>\n<p class=\"soft\">");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(view.t("cases.new.note"));
					jteOutput.writeContent("</p>\n</form>\n");
				}
			}
		});
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		View view = (View)params.get("view");
		NewApplicationPage page = (NewApplicationPage)params.get("page");
		render(jteOutput, jteHtmlInterceptor, view, page);
	}
}
