package gg.jte.generated.ondemand.cases;
import org.shuqi.web.Crumb;
import org.shuqi.web.Said;
import org.shuqi.web.View;
import org.shuqi.web.cases.PrintPage;
@SuppressWarnings("unchecked")
public final class JteprintGenerated {
	public static final String JTE_NAME = "cases/print.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,2,3,5,5,5,5,7,7,7,8,8,8,8,8,8,8,8,8,8,8,8,8,10,10,11,11,11,11,11,11,12,12,13,13,13,13,13,13,14,14,15,16,16,16,16,16,16,16,16,16,17,17,17,18,18,19,19,19,19,19,19,19,19,19,19,19,19,19,20,20,22,22,24,24,25,25,25,25,25,26,26,26,27,27,27,27,27,28,28,28,29,29,32,32,32,32,32,32,32,32,32,32,32,32,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,35,35,38,38,38,40,40,41,41,41,42,42,45,45,47,47,48,48,49,49,51,51,55,55,57,57,57,58,58,58,5,6,6,6,6};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, View view, PrintPage page) {
		gg.jte.generated.ondemand.layout.JtepageGenerated.render(jteOutput, jteHtmlInterceptor, view, view.t("cases.print.title", page.paper().number()), "agreements", java.util.List.of(Crumb.of(view, "cases.list.title.agreements", "/agreements"), new Crumb(Said.code(page.paper().number()), "/agreements/" + page.id())), java.util.List.of("print.js"), false, new gg.jte.html.HtmlContent() {
			public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
				jteOutput.writeContent("\n<p class=\"tools\"><a class=\"button main\" href=\"/agreements/");
				jteOutput.setContext("a", "href");
				jteOutput.writeUserContent(page.id());
				jteOutput.setContext("a", null);
				jteOutput.writeContent("/paper.pdf\">");
				jteOutput.setContext("a", null);
				jteOutput.writeUserContent(view.t("cases.print.pdf"));
				jteOutput.writeContent("</a> <button type=\"button\" id=\"print\" hidden>");
				jteOutput.setContext("button", null);
				jteOutput.writeUserContent(view.t("cases.print.go"));
				jteOutput.writeContent("</button> <span class=\"soft\">");
				jteOutput.setContext("span", null);
				jteOutput.writeUserContent(view.t("cases.print.how"));
				jteOutput.writeContent("</span></p>\n<article class=\"paper\">\n<h2 class=\"paper-title\">");
				gg.jte.generated.ondemand.cases.JtephraseGenerated.render(jteOutput, jteHtmlInterceptor, page.paper().title());
				jteOutput.writeContent("</h2>\n<p class=\"paper-number\">");
				jteOutput.setContext("p", null);
				jteOutput.writeUserContent(view.t("cases.print.number"));
				jteOutput.writeContent(" <span translate=\"no\">");
				jteOutput.setContext("span", null);
				jteOutput.writeUserContent(page.paper().number());
				jteOutput.writeContent("</span></p>\n");
				for (var party : page.paper().parties()) {
					jteOutput.writeContent("<p class=\"paper-party\">");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(party.part());
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(view.t("cases.print.colon"));
					gg.jte.generated.ondemand.cases.JtephraseGenerated.render(jteOutput, jteHtmlInterceptor, party.name());
					jteOutput.writeContent("</p>\n");
				}
				for (var article : page.paper().articles()) {
					jteOutput.writeContent("<section class=\"paper-article\"");
					var __jte_html_attribute_0 = article.id();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
						jteOutput.writeContent(" id=\"");
						jteOutput.setContext("section", "id");
						jteOutput.writeUserContent(__jte_html_attribute_0);
						jteOutput.setContext("section", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">\n<h3>");
					jteOutput.setContext("h3", null);
					jteOutput.writeUserContent(article.heading());
					jteOutput.writeContent("</h3>\n");
					for (var sentence : article.sentences()) {
						jteOutput.writeContent("<p");
						var __jte_html_attribute_1 = "c-" + sentence.id();
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
							jteOutput.writeContent(" id=\"");
							jteOutput.setContext("p", "id");
							jteOutput.writeUserContent(__jte_html_attribute_1);
							jteOutput.setContext("p", null);
							jteOutput.writeContent("\"");
						}
						jteOutput.writeContent(">");
						jteOutput.setContext("p", null);
						jteOutput.writeUserContent(sentence.label());
						gg.jte.generated.ondemand.cases.JtephraseGenerated.render(jteOutput, jteHtmlInterceptor, sentence.phrase());
						jteOutput.writeContent("</p>\n");
					}
					jteOutput.writeContent("</section>\n");
				}
				jteOutput.writeContent("<div class=\"seals\">\n");
				for (var seal : page.paper().seals()) {
					jteOutput.writeContent("<div class=\"seal keep\"><p>");
					gg.jte.generated.ondemand.cases.JtephraseGenerated.render(jteOutput, jteHtmlInterceptor, seal.party());
					jteOutput.writeContent(" ");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(view.t("cases.print.seal"));
					jteOutput.writeContent("</p>\n<p>");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(view.t("cases.print.head"));
					jteOutput.writeContent("</p>\n<p>");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(view.t("cases.print.date"));
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(seal.signedOn().orElse(""));
					jteOutput.writeContent("</p>\n<p><small>");
					jteOutput.setContext("small", null);
					jteOutput.writeUserContent(seal.says());
					jteOutput.writeContent("</small></p></div>\n");
				}
				jteOutput.writeContent("</div>\n<div class=\"proof keep\">\n<p><small>");
				jteOutput.setContext("small", null);
				jteOutput.writeUserContent(view.t("cases.print.hash"));
				jteOutput.writeContent(" <code>");
				jteOutput.setContext("code", null);
				jteOutput.writeUserContent(page.paper().sha256());
				jteOutput.writeContent("</code><br><span translate=\"no\">");
				jteOutput.setContext("span", null);
				jteOutput.writeUserContent(page.paper().iri());
				jteOutput.writeContent("</span><br>");
				jteOutput.setContext("small", null);
				jteOutput.writeUserContent(view.t("cases.print.proof"));
				jteOutput.writeContent("</small></p>\n<svg class=\"qr\"");
				var __jte_html_attribute_2 = "0 0 " + page.paper().code().size() + " " + page.paper().code().size();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_2)) {
					jteOutput.writeContent(" viewBox=\"");
					jteOutput.setContext("svg", "viewBox");
					jteOutput.writeUserContent(__jte_html_attribute_2);
					jteOutput.setContext("svg", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(" role=\"img\"");
				var __jte_html_attribute_3 = view.t("cases.print.code");
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_3)) {
					jteOutput.writeContent(" aria-label=\"");
					jteOutput.setContext("svg", "aria-label");
					jteOutput.writeUserContent(__jte_html_attribute_3);
					jteOutput.setContext("svg", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent("><path");
				var __jte_html_attribute_4 = page.paper().code().path();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_4)) {
					jteOutput.writeContent(" d=\"");
					jteOutput.setContext("path", "d");
					jteOutput.writeUserContent(__jte_html_attribute_4);
					jteOutput.setContext("path", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent("></path></svg>\n</div>\n");
				for (var annex : page.paper().annexes()) {
					jteOutput.writeContent("<section class=\"annex\">\n<table>\n<caption>");
					jteOutput.setContext("caption", null);
					jteOutput.writeUserContent(annex.title());
					jteOutput.writeContent("</caption>\n<thead><tr>\n");
					for (var column : annex.columns()) {
						jteOutput.writeContent("<th scope=\"col\">");
						jteOutput.setContext("th", null);
						jteOutput.writeUserContent(column);
						jteOutput.writeContent("</th>\n");
					}
					jteOutput.writeContent("</tr></thead>\n<tbody>\n");
					for (var row : annex.rows()) {
						jteOutput.writeContent("<tr>\n");
						for (var cell : row) {
							jteOutput.writeContent("<td>");
							gg.jte.generated.ondemand.cases.JtephraseGenerated.render(jteOutput, jteHtmlInterceptor, cell);
							jteOutput.writeContent("</td>\n");
						}
						jteOutput.writeContent("</tr>\n");
					}
					jteOutput.writeContent("</tbody>\n</table>\n</section>\n");
				}
				jteOutput.writeContent("</article>\n");
			}
		});
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		View view = (View)params.get("view");
		PrintPage page = (PrintPage)params.get("page");
		render(jteOutput, jteHtmlInterceptor, view, page);
	}
}
