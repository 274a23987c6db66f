package gg.jte.generated.ondemand.cases;
import org.shuqi.web.Crumb;
import org.shuqi.web.View;
import org.shuqi.web.cases.CasePage;
@SuppressWarnings("unchecked")
public final class JtecaseGenerated {
	public static final String JTE_NAME = "cases/case.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,2,4,4,4,4,6,6,6,7,7,8,8,8,8,8,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,10,10,11,11,11,11,13,13,14,14,15,15,20,20,20,21,21,23,23,25,25,25,26,26,28,28,29,31,31,31,33,33,34,34,35,35,36,36,36,36,36,36,37,37,37,37,37,37,37,39,39,42,42,43,46,46,47,47,47,49,49,50,50,51,51,53,53,54,57,57,57,58,58,58,4,5,5,5,5};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, View view, CasePage page) {
		gg.jte.generated.ondemand.layout.JtepageGenerated.render(jteOutput, jteHtmlInterceptor, view, view.t("cases.title." + page.kind(), page.id()), page.kind(), java.util.List.of(Crumb.of(view, "cases.list.title." + page.kind(), "/" + page.kind())), java.util.List.of(), false, new gg.jte.html.HtmlContent() {
			public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
				jteOutput.writeContent("\n");
				if (page.done().isPresent()) {
					jteOutput.writeContent("<div class=\"done\" role=\"status\" data-focus tabindex=\"-1\"><p>");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(view.t("cases.done"));
					jteOutput.writeContent(" <strong>");
					gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, page.done().get().name());
					jteOutput.writeContent("</strong>\n");
					if (!page.done().get().address().isEmpty()) {
						jteOutput.writeContent(" · <a");
						var __jte_html_attribute_0 = page.done().get().address();
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
							jteOutput.writeContent(" href=\"");
							jteOutput.setContext("a", "href");
							jteOutput.writeUserContent(__jte_html_attribute_0);
							jteOutput.setContext("a", null);
							jteOutput.writeContent("\"");
						}
						jteOutput.writeContent(">");
						jteOutput.setContext("a", null);
						jteOutput.writeUserContent(view.t("cases.done.back"));
						jteOutput.writeContent("</a>");
					}
					jteOutput.writeContent("</p></div>\n");
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
				jteOutput.writeContent("</ul>\n<div class=\"aside\">\n<div>\n<section aria-labelledby=\"facts\">\n<h2 id=\"facts\">");
				jteOutput.setContext("h2", null);
				jteOutput.writeUserContent(view.t("cases.facts"));
				jteOutput.writeContent("</h2>\n");
				gg.jte.generated.ondemand.cases.JtefactsGenerated.render(jteOutput, jteHtmlInterceptor, page.facts());
				jteOutput.writeContent("\n</section>\n");
				if (!page.grants().isEmpty()) {
					jteOutput.writeContent("<section aria-labelledby=\"grants\">\n<h2 id=\"grants\">");
					jteOutput.setContext("h2", null);
					jteOutput.writeUserContent(view.t("cases.grants"));
					jteOutput.writeContent("</h2>\n");
					gg.jte.generated.ondemand.cases.JtegrantsGenerated.render(jteOutput, jteHtmlInterceptor, view, page.grants());
					jteOutput.writeContent("\n</section>\n");
				}
				if (!page.sides().isEmpty()) {
					jteOutput.writeContent("<section aria-labelledby=\"sides\">\n<h2 id=\"sides\">");
					jteOutput.setContext("h2", null);
					jteOutput.writeUserContent(view.t("cases.sides"));
					jteOutput.writeContent("</h2>\n<div class=\"columns\">\n");
					for (var side : page.sides()) {
						jteOutput.writeContent("<div class=\"side\"><h3>");
						gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, side.label());
						jteOutput.writeContent("</h3>\n<p>");
						gg.jte.generated.ondemand.cases.JtelinksGenerated.render(jteOutput, jteHtmlInterceptor, side.parties());
						jteOutput.writeContent("</p>\n");
						for (var text : side.texts()) {
							jteOutput.writeContent("<p>");
							gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, text);
							jteOutput.writeContent("</p>");
						}
						jteOutput.writeContent("\n");
						if (side.texts().isEmpty()) {
							jteOutput.writeContent("<p class=\"soft\">");
							jteOutput.setContext("p", null);
							jteOutput.writeUserContent(view.t("cases.sides.none"));
							jteOutput.writeContent("</p>");
						}
						jteOutput.writeContent("\n</div>\n");
					}
					jteOutput.writeContent("</div>\n</section>\n");
				}
				gg.jte.generated.ondemand.cases.JtehandlingGenerated.render(jteOutput, jteHtmlInterceptor, view, page.handling());
				jteOutput.writeContent("\n</div>\n<div>\n");
				if (!page.actions().isEmpty()) {
					jteOutput.writeContent("<section aria-labelledby=\"actions\"><h2 id=\"actions\">");
					jteOutput.setContext("h2", null);
					jteOutput.writeUserContent(view.t("cases.actions"));
					jteOutput.writeContent("</h2>\n<ul>\n");
					for (var action : page.actions()) {
						jteOutput.writeContent("<li>");
						gg.jte.generated.ondemand.cases.JtelinkGenerated.render(jteOutput, jteHtmlInterceptor, action);
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
		CasePage page = (CasePage)params.get("page");
		render(jteOutput, jteHtmlInterceptor, view, page);
	}
}
