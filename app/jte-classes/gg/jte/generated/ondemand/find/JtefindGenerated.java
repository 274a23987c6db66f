package gg.jte.generated.ondemand.find;
import org.shuqi.web.View;
import org.shuqi.web.find.FindPage;
@SuppressWarnings("unchecked")
public final class JtefindGenerated {
	public static final String JTE_NAME = "find/find.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,2,2,2,2,4,4,4,5,5,5,5,5,5,5,5,5,6,6,6,7,7,7,7,7,7,7,7,7,8,8,8,10,10,11,11,11,12,12,13,13,13,13,13,13,13,13,13,15,15,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,17,17,22,22,22,22,22,22,22,23,23,24,24,24,24,24,24,24,24,24,24,24,24,24,24,24,24,24,24,24,24,24,24,24,24,24,24,25,25,26,28,28,28,28,28,28,28,28,28,28,28,28,28,28,28,28,28,28,29,29,29,29,29,29,29,29,29,31,31,31,31,31,31,31,31,31,31,31,31,31,31,31,31,33,33,35,35,35,35,35,35,35,35,35,35,35,35,35,35,35,35,35,35,35,35,35,36,36,36,36,36,36,36,36,36,36,36,36,36,36,36,36,36,36,36,36,36,36,36,37,37,37,37,37,37,37,37,37,38,38,38,38,38,38,38,38,38,38,38,38,38,38,38,38,38,38,38,38,38,38,38,38,38,38,40,40,44,44,44,44,44,44,44,44,44,44,46,46,47,47,47,49,49,50,50,50,50,50,50,50,50,50,51,51,51,52,52,52,52,52,52,52,52,52,52,52,52,52,52,52,52,53,53,54,54,54,56,56,57,57,57,57,57,57,57,57,57,57,57,57,57,57,57,57,57,57,57,57,57,57,57,57,57,58,58,60,60,60,60,60,60,60,61,61,63,63,65,65,65,66,66,67,67,68,68,68,2,3,3,3,3};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, View view, FindPage page) {
		gg.jte.generated.ondemand.layout.JtepageGenerated.render(jteOutput, jteHtmlInterceptor, view, view.t("find.title"), "find", java.util.List.of(), java.util.List.of(), false, new gg.jte.html.HtmlContent() {
			public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
				jteOutput.writeContent("\n<form action=\"/search\" method=\"get\" role=\"search\" class=\"tools\"");
				var __jte_html_attribute_0 = view.t("find.title");
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
					jteOutput.writeContent(" aria-label=\"");
					jteOutput.setContext("form", "aria-label");
					jteOutput.writeUserContent(__jte_html_attribute_0);
					jteOutput.setContext("form", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(">\n<label for=\"q\">");
				jteOutput.setContext("label", null);
				jteOutput.writeUserContent(view.t("find.words"));
				jteOutput.writeContent("</label>\n<input id=\"q\" name=\"q\" type=\"search\"");
				var __jte_html_attribute_1 = page.text();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
					jteOutput.writeContent(" value=\"");
					jteOutput.setContext("input", "value");
					jteOutput.writeUserContent(__jte_html_attribute_1);
					jteOutput.setContext("input", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(" maxlength=\"200\" autocomplete=\"off\" class=\"long\">\n<button class=\"main\">");
				jteOutput.setContext("button", null);
				jteOutput.writeUserContent(view.t("find.go"));
				jteOutput.writeContent("</button>\n</form>\n");
				if (!page.isAsked()) {
					jteOutput.writeContent("<p class=\"soft\">");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(view.t("find.how"));
					jteOutput.writeContent("</p>\n");
				} else {
					jteOutput.writeContent("<nav");
					var __jte_html_attribute_2 = view.t("find.kinds");
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_2)) {
						jteOutput.writeContent(" aria-label=\"");
						jteOutput.setContext("nav", "aria-label");
						jteOutput.writeUserContent(__jte_html_attribute_2);
						jteOutput.setContext("nav", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">\n<ul class=\"tabs\">\n");
					for (var tab : page.tabs()) {
						jteOutput.writeContent("<li><a");
						var __jte_html_attribute_3 = tab.address();
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_3)) {
							jteOutput.writeContent(" href=\"");
							jteOutput.setContext("a", "href");
							jteOutput.writeUserContent(__jte_html_attribute_3);
							jteOutput.setContext("a", null);
							jteOutput.writeContent("\"");
						}
						var __jte_html_attribute_4 = tab.isChosen() ? "page" : null;
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_4)) {
							jteOutput.writeContent(" aria-current=\"");
							jteOutput.setContext("a", "aria-current");
							jteOutput.writeUserContent(__jte_html_attribute_4);
							jteOutput.setContext("a", null);
							jteOutput.writeContent("\"");
						}
						jteOutput.writeContent(">");
						jteOutput.setContext("a", null);
						jteOutput.writeUserContent(view.t("find.kind." + tab.word()));
						jteOutput.writeContent(" <span class=\"num\">");
						jteOutput.setContext("span", null);
						jteOutput.writeUserContent(view.number(tab.count()));
						jteOutput.writeContent("</span></a></li>\n");
					}
					jteOutput.writeContent("</ul>\n</nav>\n<div class=\"aside\">\n<div>\n");
					if (page.isLoose()) {
						jteOutput.writeContent("<p class=\"note warn\">");
						jteOutput.setContext("p", null);
						jteOutput.writeUserContent(view.t("find.loose"));
						jteOutput.writeContent("</p>");
					}
					jteOutput.writeContent("\n");
					if (page.sections().isEmpty()) {
						gg.jte.generated.ondemand.part.JteemptyGenerated.render(jteOutput, jteHtmlInterceptor, view.t("find.none"), new gg.jte.html.HtmlContent() {
							public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
								if (page.narrowed().isPresent()) {
									jteOutput.writeContent("<a");
									var __jte_html_attribute_5 = page.narrowed().get();
									if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_5)) {
										jteOutput.writeContent(" href=\"");
										jteOutput.setContext("a", "href");
										jteOutput.writeUserContent(__jte_html_attribute_5);
										jteOutput.setContext("a", null);
										jteOutput.writeContent("\"");
									}
									jteOutput.writeContent(">");
									jteOutput.setContext("a", null);
									jteOutput.writeUserContent(view.t("find.loosen"));
									jteOutput.writeContent("</a> · ");
								}
								jteOutput.writeContent("<a href=\"/lists?list=demand\">");
								jteOutput.setContext("a", null);
								jteOutput.writeUserContent(view.t("find.demand"));
								jteOutput.writeContent("</a> · <a href=\"/catalogs\">");
								jteOutput.setContext("a", null);
								jteOutput.writeUserContent(view.t("find.browse"));
								jteOutput.writeContent("</a>");
							}
						});
						jteOutput.writeContent("\n");
					}
					for (var section : page.sections()) {
						jteOutput.writeContent("<form action=\"/applications/new\" method=\"get\">\n<h2>");
						jteOutput.setContext("h2", null);
						jteOutput.writeUserContent(view.t("find.kind." + section.word()));
						if (section.all().isPresent()) {
							jteOutput.writeContent(" <a");
							var __jte_html_attribute_6 = section.all().get();
							if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_6)) {
								jteOutput.writeContent(" href=\"");
								jteOutput.setContext("a", "href");
								jteOutput.writeUserContent(__jte_html_attribute_6);
								jteOutput.setContext("a", null);
								jteOutput.writeContent("\"");
							}
							jteOutput.writeContent(">");
							jteOutput.setContext("a", null);
							jteOutput.writeUserContent(view.t("find.all", view.number(section.total())));
							jteOutput.writeContent("</a>");
						}
						jteOutput.writeContent("</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
						var __jte_html_attribute_7 = view.t("find.kind." + section.word());
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_7)) {
							jteOutput.writeContent(" aria-label=\"");
							jteOutput.setContext("div", "aria-label");
							jteOutput.writeUserContent(__jte_html_attribute_7);
							jteOutput.setContext("div", null);
							jteOutput.writeContent("\"");
						}
						jteOutput.writeContent(">\n<table>\n<thead class=\"unseen\"><tr>");
						if (section.isTicked()) {
							jteOutput.writeContent("<th scope=\"col\">");
							jteOutput.setContext("th", null);
							jteOutput.writeUserContent(view.t("find.tick"));
							jteOutput.writeContent("</th>");
						}
						jteOutput.writeContent("<th scope=\"col\">");
						jteOutput.setContext("th", null);
						jteOutput.writeUserContent(view.t("find.column.name"));
						jteOutput.writeContent("</th><th scope=\"col\">");
						jteOutput.setContext("th", null);
						jteOutput.writeUserContent(view.t("find.column.about"));
						jteOutput.writeContent("</th><th scope=\"col\">");
						jteOutput.setContext("th", null);
						jteOutput.writeUserContent(view.t("find.column.state"));
						jteOutput.writeContent("</th></tr></thead>\n<tbody>\n");
						for (var row : section.rows()) {
							jteOutput.writeContent("<tr>\n");
							if (section.isTicked()) {
								jteOutput.writeContent("<td class=\"tick\"><input type=\"checkbox\" name=\"dataset\"");
								var __jte_html_attribute_8 = row.code();
								if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_8)) {
									jteOutput.writeContent(" value=\"");
									jteOutput.setContext("input", "value");
									jteOutput.writeUserContent(__jte_html_attribute_8);
									jteOutput.setContext("input", null);
									jteOutput.writeContent("\"");
								}
								var __jte_html_attribute_9 = view.t("find.tick.one", row.name().text());
								if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_9)) {
									jteOutput.writeContent(" aria-label=\"");
									jteOutput.setContext("input", "aria-label");
									jteOutput.writeUserContent(__jte_html_attribute_9);
									jteOutput.setContext("input", null);
									jteOutput.writeContent("\"");
								}
								jteOutput.writeContent("></td>");
							}
							jteOutput.writeContent("\n<td>");
							if (row.address().isEmpty()) {
								gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, row.name());
							} else {
								jteOutput.writeContent("<a class=\"row\"");
								var __jte_html_attribute_10 = row.address();
								if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_10)) {
									jteOutput.writeContent(" href=\"");
									jteOutput.setContext("a", "href");
									jteOutput.writeUserContent(__jte_html_attribute_10);
									jteOutput.setContext("a", null);
									jteOutput.writeContent("\"");
								}
								jteOutput.writeContent(">");
								gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, row.name());
								jteOutput.writeContent("</a>");
							}
							if (!row.number().isEmpty()) {
								jteOutput.writeContent("<br><small translate=\"no\">");
								jteOutput.setContext("small", null);
								jteOutput.writeUserContent(row.number());
								jteOutput.writeContent("</small>");
							}
							jteOutput.writeContent("</td>\n<td>");
							if (row.within().isPresent()) {
								gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, row.within().get());
								jteOutput.writeContent("<br>");
							}
							for (var office : row.offices()) {
								gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, office);
								jteOutput.writeContent(" ");
							}
							jteOutput.writeContent("</td>\n<td>");
							for (var state : row.states()) {
								jteOutput.writeContent("<span class=\"badge\">");
								gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, state);
								jteOutput.writeContent("</span> ");
							}
							jteOutput.writeContent(" ");
							if (section.isTicked()) {
								jteOutput.writeContent("<a href=\"/ask?dataset=");
								jteOutput.setContext("a", "href");
								jteOutput.writeUserContent(row.code());
								jteOutput.setContext("a", null);
								jteOutput.writeContent("\"");
								var __jte_html_attribute_11 = view.t("find.ask.one", row.name().text());
								if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_11)) {
									jteOutput.writeContent(" aria-label=\"");
									jteOutput.setContext("a", "aria-label");
									jteOutput.writeUserContent(__jte_html_attribute_11);
									jteOutput.setContext("a", null);
									jteOutput.writeContent("\"");
								}
								jteOutput.writeContent(">");
								jteOutput.setContext("a", null);
								jteOutput.writeUserContent(view.t("find.ask"));
								jteOutput.writeContent("</a>");
							}
							jteOutput.writeContent("</td>\n</tr>\n");
						}
						jteOutput.writeContent("</tbody>\n</table>\n</div>\n");
						if (section.isTicked()) {
							jteOutput.writeContent("<p class=\"tools\"><button>");
							jteOutput.setContext("button", null);
							jteOutput.writeUserContent(view.t("find.apply"));
							jteOutput.writeContent("</button> <small>");
							jteOutput.setContext("small", null);
							jteOutput.writeUserContent(view.t("find.apply.how"));
							jteOutput.writeContent("</small></p>");
						}
						jteOutput.writeContent("\n</form>\n");
					}
					if (page.pager().isPresent()) {
						gg.jte.generated.ondemand.part.JtepagerGenerated.render(jteOutput, jteHtmlInterceptor, view, page.pager().get());
					}
					jteOutput.writeContent("\n</div>\n");
					if (!page.filters().isEmpty()) {
						jteOutput.writeContent("<aside");
						var __jte_html_attribute_12 = view.t("find.narrow");
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_12)) {
							jteOutput.writeContent(" aria-label=\"");
							jteOutput.setContext("aside", "aria-label");
							jteOutput.writeUserContent(__jte_html_attribute_12);
							jteOutput.setContext("aside", null);
							jteOutput.writeContent("\"");
						}
						jteOutput.writeContent(">\n<h2>");
						jteOutput.setContext("h2", null);
						jteOutput.writeUserContent(view.t("find.narrow"));
						jteOutput.writeContent("</h2>\n");
						if (page.narrowed().isPresent()) {
							jteOutput.writeContent("<p><a");
							var __jte_html_attribute_13 = page.narrowed().get();
							if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_13)) {
								jteOutput.writeContent(" href=\"");
								jteOutput.setContext("a", "href");
								jteOutput.writeUserContent(__jte_html_attribute_13);
								jteOutput.setContext("a", null);
								jteOutput.writeContent("\"");
							}
							jteOutput.writeContent(">");
							jteOutput.setContext("a", null);
							jteOutput.writeUserContent(view.t("find.loosen"));
							jteOutput.writeContent("</a></p>");
						}
						jteOutput.writeContent("\n");
						for (var filter : page.filters()) {
							jteOutput.writeContent("<h3>");
							jteOutput.setContext("h3", null);
							jteOutput.writeUserContent(view.t("find.facet." + filter.word()));
							jteOutput.writeContent("</h3>\n<ul class=\"facet\">\n");
							for (var choice : filter.choices()) {
								jteOutput.writeContent("<li><a");
								var __jte_html_attribute_14 = choice.address();
								if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_14)) {
									jteOutput.writeContent(" href=\"");
									jteOutput.setContext("a", "href");
									jteOutput.writeUserContent(__jte_html_attribute_14);
									jteOutput.setContext("a", null);
									jteOutput.writeContent("\"");
								}
								var __jte_html_attribute_15 = choice.isChosen() ? "true" : null;
								if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_15)) {
									jteOutput.writeContent(" aria-current=\"");
									jteOutput.setContext("a", "aria-current");
									jteOutput.writeUserContent(__jte_html_attribute_15);
									jteOutput.setContext("a", null);
									jteOutput.writeContent("\"");
								}
								jteOutput.writeContent(">");
								if (choice.isChosen()) {
									jteOutput.writeContent("<span aria-hidden=\"true\">✕ </span>");
								}
								gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, choice.name());
								jteOutput.writeContent("</a> <span class=\"num soft\">");
								jteOutput.setContext("span", null);
								jteOutput.writeUserContent(view.number(choice.count()));
								jteOutput.writeContent("</span></li>\n");
							}
							jteOutput.writeContent("</ul>\n");
							if (filter.more() > 0) {
								jteOutput.writeContent("<p class=\"soft\">");
								jteOutput.setContext("p", null);
								jteOutput.writeUserContent(view.t("find.facet-more", filter.more()));
								jteOutput.writeContent("</p>");
							}
							jteOutput.writeContent("\n");
						}
						jteOutput.writeContent("</aside>\n");
					}
					jteOutput.writeContent("</div>\n<p class=\"soft\">");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(view.t("find.revision", page.revision()));
					jteOutput.writeContent("</p>\n");
				}
			}
		});
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		View view = (View)params.get("view");
		FindPage page = (FindPage)params.get("page");
		render(jteOutput, jteHtmlInterceptor, view, page);
	}
}
