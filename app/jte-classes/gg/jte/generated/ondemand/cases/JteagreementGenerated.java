package gg.jte.generated.ondemand.cases;
import org.shuqi.web.Crumb;
import org.shuqi.web.View;
import org.shuqi.web.cases.AgreementPage;
@SuppressWarnings("unchecked")
public final class JteagreementGenerated {
	public static final String JTE_NAME = "cases/agreement.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,2,4,4,4,4,6,6,6,7,7,8,8,8,8,8,9,9,10,10,10,10,12,12,13,13,14,14,16,16,16,16,16,16,16,16,16,16,16,16,16,16,17,17,18,18,18,18,18,18,18,18,18,18,18,19,19,22,22,24,24,24,25,25,28,28,28,29,29,30,30,30,32,32,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,34,34,36,36,39,39,39,40,40,41,41,41,42,42,43,43,43,43,43,43,43,43,43,45,45,45,45,45,45,45,45,45,45,45,45,47,47,48,48,48,48,48,48,48,48,48,49,49,53,53,58,58,58,59,59,60,60,60,61,61,63,63,64,64,64,64,64,64,64,65,65,67,67,68,68,68,68,68,68,71,71,71,73,73,74,74,74,74,74,74,74,74,74,74,75,75,76,76,76,76,76,77,77,77,78,78,78,78,78,78,78,78,78,78,78,78,78,78,78,78,80,80,82,82,83,83,83,84,84,84,84,85,85,86,86,86,88,88,88,89,89,89,90,90,90,92,92,92,92,92,92,93,93,93,93,93,93,94,94,94,95,95,96,96,96,96,96,96,96,96,96,96,96,96,96,96,96,96,96,96,96,96,97,97,99,99,99,99,99,99,100,100,100,102,102,104,104,105,105,105,107,107,108,108,109,109,111,111,112,115,115,115,116,116,116,4,5,5,5,5};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, View view, AgreementPage page) {
		gg.jte.generated.ondemand.layout.JtepageGenerated.render(jteOutput, jteHtmlInterceptor, view, view.t("cases.title.agreements", page.number()), "agreements", java.util.List.of(Crumb.of(view, "cases.list.title.agreements", "/agreements")), java.util.List.of(), false, new gg.jte.html.HtmlContent() {
			public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
				jteOutput.writeContent("\n");
				if (page.done().isPresent()) {
					jteOutput.writeContent("<div class=\"done\" role=\"status\" data-focus tabindex=\"-1\"><p>");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(view.t("cases.done"));
					jteOutput.writeContent(" <strong>");
					gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, page.done().get().name());
					jteOutput.writeContent("</strong></p></div>\n");
				}
				jteOutput.writeContent("<p class=\"lead\">");
				gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, page.title());
				jteOutput.writeContent(" ");
				gg.jte.generated.ondemand.part.JtebadgeGenerated.render(jteOutput, jteHtmlInterceptor, page.status());
				jteOutput.writeContent("</p>\n<ul class=\"dues\">\n");
				for (var due : page.dues()) {
					jteOutput.writeContent("<li>");
					gg.jte.generated.ondemand.cases.JtedueGenerated.render(jteOutput, jteHtmlInterceptor, view, due);
					jteOutput.writeContent("</li>\n");
				}
				jteOutput.writeContent("</ul>\n<p class=\"tools\"><a class=\"button\" href=\"/agreements/");
				jteOutput.setContext("a", "href");
				jteOutput.writeUserContent(page.id());
				jteOutput.setContext("a", null);
				jteOutput.writeContent("/print\">");
				jteOutput.setContext("a", null);
				jteOutput.writeUserContent(view.t("cases.agreement.print"));
				jteOutput.writeContent("</a> <a class=\"button\" href=\"/agreements/");
				jteOutput.setContext("a", "href");
				jteOutput.writeUserContent(page.id());
				jteOutput.setContext("a", null);
				jteOutput.writeContent("/paper.pdf\">");
				jteOutput.setContext("a", null);
				jteOutput.writeUserContent(view.t("cases.print.pdf"));
				jteOutput.writeContent("</a></p>\n");
				if (!page.term().isEmpty()) {
					jteOutput.writeContent("<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
					var __jte_html_attribute_0 = view.t("cases.agreement.term");
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
						jteOutput.writeContent(" aria-label=\"");
						jteOutput.setContext("div", "aria-label");
						jteOutput.writeUserContent(__jte_html_attribute_0);
						jteOutput.setContext("div", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">");
					jteOutput.writeUnsafeContent(page.term());
					jteOutput.writeContent("</div>\n");
				}
				jteOutput.writeContent("<div class=\"aside\">\n<div>\n");
				gg.jte.generated.ondemand.cases.JtehandlingGenerated.render(jteOutput, jteHtmlInterceptor, view, page.handling());
				jteOutput.writeContent("\n<section aria-labelledby=\"grants\">\n<h2 id=\"grants\">");
				jteOutput.setContext("h2", null);
				jteOutput.writeUserContent(view.t("cases.grants"));
				jteOutput.writeContent("</h2>\n");
				gg.jte.generated.ondemand.cases.JtegrantsGenerated.render(jteOutput, jteHtmlInterceptor, view, page.grants());
				jteOutput.writeContent("\n</section>\n<section aria-labelledby=\"clauses\">\n<h2 id=\"clauses\">");
				jteOutput.setContext("h2", null);
				jteOutput.writeUserContent(view.t("cases.agreement.clauses"));
				jteOutput.writeContent("</h2>\n");
				for (var article : page.paper().articles()) {
					jteOutput.writeContent("<h3>");
					jteOutput.setContext("h3", null);
					jteOutput.writeUserContent(article.heading());
					jteOutput.writeContent("</h3>\n<ul class=\"clauses\">\n");
					for (var sentence : article.sentences()) {
						jteOutput.writeContent("<li");
						var __jte_html_attribute_1 = "c-" + sentence.id();
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
							jteOutput.writeContent(" id=\"");
							jteOutput.setContext("li", "id");
							jteOutput.writeUserContent(__jte_html_attribute_1);
							jteOutput.setContext("li", null);
							jteOutput.writeContent("\"");
						}
						jteOutput.writeContent(">");
						jteOutput.setContext("li", null);
						jteOutput.writeUserContent(sentence.label());
						gg.jte.generated.ondemand.cases.JtephraseGenerated.render(jteOutput, jteHtmlInterceptor, sentence.phrase());
						jteOutput.writeContent(" <a class=\"soft\" href=\"#");
						jteOutput.setContext("a", "href");
						jteOutput.writeUserContent("c-" + sentence.id());
						jteOutput.setContext("a", null);
						jteOutput.writeContent("\"");
						var __jte_html_attribute_2 = view.t("cases.agreement.link", sentence.id());
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_2)) {
							jteOutput.writeContent(" aria-label=\"");
							jteOutput.setContext("a", "aria-label");
							jteOutput.writeUserContent(__jte_html_attribute_2);
							jteOutput.setContext("a", null);
							jteOutput.writeContent("\"");
						}
						jteOutput.writeContent(">#</a></li>\n");
					}
					jteOutput.writeContent("</ul>\n");
				}
				jteOutput.writeContent("</section>\n<section aria-labelledby=\"duties\">\n<h2 id=\"duties\">");
				jteOutput.setContext("h2", null);
				jteOutput.writeUserContent(view.t("cases.agreement.duties"));
				jteOutput.writeContent("</h2>\n");
				if (page.duties().isEmpty()) {
					jteOutput.writeContent("<p class=\"soft\">");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(view.t("cases.agreement.duties.none"));
					jteOutput.writeContent("</p>\n");
				} else {
					jteOutput.writeContent("<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
					var __jte_html_attribute_3 = view.t("cases.agreement.duties");
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_3)) {
						jteOutput.writeContent(" aria-label=\"");
						jteOutput.setContext("div", "aria-label");
						jteOutput.writeUserContent(__jte_html_attribute_3);
						jteOutput.setContext("div", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">\n<table>\n<thead><tr><th scope=\"col\">");
					jteOutput.setContext("th", null);
					jteOutput.writeUserContent(view.t("cases.agreement.duty"));
					jteOutput.writeContent("</th><th scope=\"col\">");
					jteOutput.setContext("th", null);
					jteOutput.writeUserContent(view.t("cases.agreement.who"));
					jteOutput.writeContent("</th><th scope=\"col\">");
					jteOutput.setContext("th", null);
					jteOutput.writeUserContent(view.t("cases.agreement.until"));
					jteOutput.writeContent("</th><th scope=\"col\">");
					jteOutput.setContext("th", null);
					jteOutput.writeUserContent(view.t("cases.list.status"));
					jteOutput.writeContent("</th></tr></thead>\n<tbody>\n");
					for (var owed : page.duties()) {
						jteOutput.writeContent("<tr><td>");
						gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, owed.duty());
						jteOutput.writeContent("</td><td>");
						gg.jte.generated.ondemand.cases.JtelinkGenerated.render(jteOutput, jteHtmlInterceptor, owed.party());
						jteOutput.writeContent("</td><td class=\"nowrap\" translate=\"no\">");
						jteOutput.setContext("td", null);
						jteOutput.writeUserContent(owed.due());
						jteOutput.writeContent("</td><td>");
						gg.jte.generated.ondemand.part.JtebadgeGenerated.render(jteOutput, jteHtmlInterceptor, owed.badge());
						jteOutput.writeContent("</td></tr>\n");
					}
					jteOutput.writeContent("</tbody>\n</table>\n</div>\n");
				}
				jteOutput.writeContent("</section>\n</div>\n<div>\n<section aria-labelledby=\"signatures\">\n<h2 id=\"signatures\">");
				jteOutput.setContext("h2", null);
				jteOutput.writeUserContent(view.t("cases.agreement.signatures"));
				jteOutput.writeContent("</h2>\n");
				if (page.signatures().isEmpty()) {
					jteOutput.writeContent("<p class=\"soft\">");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(view.t("cases.agreement.signatures.none"));
					jteOutput.writeContent("</p>\n");
				} else {
					jteOutput.writeContent("<ul>\n");
					for (var signed : page.signatures()) {
						jteOutput.writeContent("<li>");
						gg.jte.generated.ondemand.cases.JtelinkGenerated.render(jteOutput, jteHtmlInterceptor, signed.party());
						jteOutput.writeContent(" <span class=\"num\" translate=\"no\">");
						jteOutput.setContext("span", null);
						jteOutput.writeUserContent(signed.time());
						jteOutput.writeContent("</span> ");
						gg.jte.generated.ondemand.part.JtebadgeGenerated.render(jteOutput, jteHtmlInterceptor, signed.badge());
						jteOutput.writeContent("</li>\n");
					}
					jteOutput.writeContent("</ul>\n");
				}
				jteOutput.writeContent("<p><small>");
				jteOutput.setContext("small", null);
				jteOutput.writeUserContent(view.t("cases.print.hash"));
				jteOutput.writeContent(" <code>");
				jteOutput.setContext("code", null);
				jteOutput.writeUserContent(page.paper().sha256());
				jteOutput.writeContent("</code></small></p>\n</section>\n<section aria-labelledby=\"versions\">\n<h2 id=\"versions\">");
				jteOutput.setContext("h2", null);
				jteOutput.writeUserContent(view.t("cases.agreement.versions"));
				jteOutput.writeContent("</h2>\n<ul>\n");
				for (var issue : page.versions()) {
					jteOutput.writeContent("<li>");
					if (issue.isThis()) {
						jteOutput.writeContent("<strong translate=\"no\">");
						jteOutput.setContext("strong", null);
						jteOutput.writeUserContent(issue.link().name().text());
						jteOutput.writeContent("</strong>");
					} else {
						jteOutput.writeContent(" ");
						gg.jte.generated.ondemand.cases.JtelinkGenerated.render(jteOutput, jteHtmlInterceptor, issue.link());
					}
					jteOutput.writeContent("\n");
					gg.jte.generated.ondemand.part.JtebadgeGenerated.render(jteOutput, jteHtmlInterceptor, issue.status());
					jteOutput.writeContent("\n");
					for (var kind : issue.kind()) {
						jteOutput.writeContent(" ");
						gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, kind);
					}
					jteOutput.writeContent("\n<br><small class=\"soft\" translate=\"no\">");
					jteOutput.setContext("small", null);
					jteOutput.writeUserContent(issue.term());
					jteOutput.writeContent("</small>\n");
					if (!issue.compare().isEmpty()) {
						jteOutput.writeContent(" <a");
						var __jte_html_attribute_4 = issue.compare();
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_4)) {
							jteOutput.writeContent(" href=\"");
							jteOutput.setContext("a", "href");
							jteOutput.writeUserContent(__jte_html_attribute_4);
							jteOutput.setContext("a", null);
							jteOutput.writeContent("\"");
						}
						jteOutput.writeContent(">");
						jteOutput.setContext("a", null);
						jteOutput.writeUserContent(view.t("cases.agreement.compare"));
						jteOutput.writeContent("</a>");
					}
					jteOutput.writeContent("\n</li>\n");
				}
				jteOutput.writeContent("</ul>\n");
				if (page.canRevise()) {
					jteOutput.writeContent("<details class=\"choice\"><summary>");
					jteOutput.setContext("summary", null);
					jteOutput.writeUserContent(view.t("cases.agreement.next"));
					jteOutput.writeContent("</summary>\n<form action=\"/agreements/");
					jteOutput.setContext("form", "action");
					jteOutput.writeUserContent(page.id());
					jteOutput.setContext("form", null);
					jteOutput.writeContent("/versions\" method=\"post\" novalidate>\n");
					gg.jte.generated.ondemand.part.JtecsrfGenerated.render(jteOutput, jteHtmlInterceptor, view);
					jteOutput.writeContent("\n<div class=\"field\"><label for=\"kind\">");
					jteOutput.setContext("label", null);
					jteOutput.writeUserContent(view.t("cases.agreement.kind"));
					jteOutput.writeContent("</label>\n<select id=\"kind\" name=\"kind\">\n<option value=\"amend\">");
					jteOutput.setContext("option", null);
					jteOutput.writeUserContent(view.t("cases.agreement.kind.amend"));
					jteOutput.writeContent("</option>\n<option value=\"renew\">");
					jteOutput.setContext("option", null);
					jteOutput.writeUserContent(view.t("cases.agreement.kind.renew"));
					jteOutput.writeContent("</option>\n<option value=\"succeed\">");
					jteOutput.setContext("option", null);
					jteOutput.writeUserContent(view.t("cases.agreement.kind.succeed"));
					jteOutput.writeContent("</option>\n</select></div>\n<div class=\"field\"><label for=\"validUntil\">");
					jteOutput.setContext("label", null);
					jteOutput.writeUserContent(view.t("cases.draft.validUntil"));
					jteOutput.writeContent(" <span class=\"optional\">");
					jteOutput.setContext("span", null);
					jteOutput.writeUserContent(view.t("cases.agreement.renewing"));
					jteOutput.writeContent("</span></label><input id=\"validUntil\" name=\"validUntil\" autocomplete=\"off\" placeholder=\"2029-01-01\"></div>\n<div class=\"field\"><label for=\"from\">");
					jteOutput.setContext("label", null);
					jteOutput.writeUserContent(view.t("cases.agreement.from"));
					jteOutput.writeContent(" <span class=\"optional\">");
					jteOutput.setContext("span", null);
					jteOutput.writeUserContent(view.t("cases.agreement.succeeding"));
					jteOutput.writeContent("</span></label>\n<select id=\"from\" name=\"from\"><option value=\"\">");
					jteOutput.setContext("option", null);
					jteOutput.writeUserContent(view.t("cases.step.choose"));
					jteOutput.writeContent("</option>\n");
					for (var party : page.parties()) {
						jteOutput.writeContent("<option");
						var __jte_html_attribute_5 = party.code();
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_5)) {
							jteOutput.writeContent(" value=\"");
							jteOutput.setContext("option", "value");
							jteOutput.writeUserContent(__jte_html_attribute_5);
							jteOutput.setContext("option", null);
							jteOutput.writeContent("\"");
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
					jteOutput.writeContent("</select></div>\n<div class=\"field\"><label for=\"to\">");
					jteOutput.setContext("label", null);
					jteOutput.writeUserContent(view.t("cases.agreement.to"));
					jteOutput.writeContent(" <span class=\"optional\">");
					jteOutput.setContext("span", null);
					jteOutput.writeUserContent(view.t("cases.agreement.succeeding"));
					jteOutput.writeContent("</span></label><input id=\"to\" name=\"to\" autocomplete=\"off\"></div>\n<div class=\"tools\"><button>");
					jteOutput.setContext("button", null);
					jteOutput.writeUserContent(view.t("cases.agreement.next.go"));
					jteOutput.writeContent("</button></div>\n</form></details>\n");
				}
				jteOutput.writeContent("</section>\n");
				if (!page.origins().isEmpty()) {
					jteOutput.writeContent("<section aria-labelledby=\"origins\"><h2 id=\"origins\">");
					jteOutput.setContext("h2", null);
					jteOutput.writeUserContent(view.t("cases.agreement.origins"));
					jteOutput.writeContent("</h2>\n<ul>\n");
					for (var origin : page.origins()) {
						jteOutput.writeContent("<li>");
						gg.jte.generated.ondemand.cases.JtelinkGenerated.render(jteOutput, jteHtmlInterceptor, origin);
						jteOutput.writeContent("</li>\n");
					}
					jteOutput.writeContent("</ul></section>\n");
				}
				gg.jte.generated.ondemand.cases.JtecourseGenerated.render(jteOutput, jteHtmlInterceptor, view, page.course());
				jteOutput.writeContent("\n</div>\n</div>\n");
			}
		});
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		View view = (View)params.get("view");
		AgreementPage page = (AgreementPage)params.get("page");
		render(jteOutput, jteHtmlInterceptor, view, page);
	}
}
