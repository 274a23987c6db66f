package gg.jte.generated.ondemand.cases;
import org.shuqi.web.View;
import org.shuqi.web.cases.ListPage;
@SuppressWarnings("unchecked")
public final class JtelistGenerated {
	public static final String JTE_NAME = "cases/list.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,3,3,3,3,5,5,5,6,6,6,6,6,6,6,7,7,7,7,8,8,8,8,8,8,8,8,8,8,8,8,9,9,9,11,11,12,12,12,12,12,12,12,12,12,12,12,12,12,12,12,12,13,13,15,15,15,17,17,17,18,18,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,19,20,20,22,22,22,24,24,25,25,25,25,25,25,25,25,25,25,25,25,25,25,25,25,25,25,25,26,26,27,27,27,27,27,27,27,27,27,30,30,30,31,31,31,32,32,32,33,33,33,34,34,34,35,35,35,38,38,40,40,40,40,40,40,40,40,40,40,40,41,41,41,41,41,41,41,41,41,41,41,41,42,42,43,43,44,44,45,45,45,45,47,47,51,51,52,53,53,53,54,54,54,3,4,4,4,4};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, View view, ListPage page) {
		gg.jte.generated.ondemand.layout.JtepageGenerated.render(jteOutput, jteHtmlInterceptor, view, view.t("cases.list.title." + page.kind()), page.kind(), java.util.List.of(), java.util.List.of(), false, new gg.jte.html.HtmlContent() {
			public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
				jteOutput.writeContent("\n<p class=\"tools\"><a class=\"button main\" href=\"/");
				jteOutput.setContext("a", "href");
				jteOutput.writeUserContent(page.kind());
				jteOutput.setContext("a", null);
				jteOutput.writeContent("/new\">");
				jteOutput.setContext("a", null);
				jteOutput.writeUserContent(view.t("cases.list.new." + page.kind()));
				jteOutput.writeContent("</a></p>\n<form class=\"filters\" action=\"/");
				jteOutput.setContext("form", "action");
				jteOutput.writeUserContent(page.kind());
				jteOutput.setContext("form", null);
				jteOutput.writeContent("\" method=\"get\">\n<div><label for=\"q\">");
				jteOutput.setContext("label", null);
				jteOutput.writeUserContent(view.t("cases.list.q"));
				jteOutput.writeContent("</label><input id=\"q\" name=\"q\"");
				var __jte_html_attribute_0 = page.filters().text();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
					jteOutput.writeContent(" value=\"");
					jteOutput.setContext("input", "value");
					jteOutput.writeUserContent(__jte_html_attribute_0);
					jteOutput.setContext("input", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(" maxlength=\"100\"></div>\n<div><label for=\"side\">");
				jteOutput.setContext("label", null);
				jteOutput.writeUserContent(view.t("cases.list.side"));
				jteOutput.writeContent("</label>\n<select id=\"side\" name=\"side\">\n");
				for (var side : java.util.List.of("all", "due", "ours", "asked")) {
					jteOutput.writeContent("<option");
					var __jte_html_attribute_1 = side;
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
						jteOutput.writeContent(" value=\"");
						jteOutput.setContext("option", "value");
						jteOutput.writeUserContent(__jte_html_attribute_1);
						jteOutput.setContext("option", null);
						jteOutput.writeContent("\"");
					}
					var __jte_html_attribute_2 = side.equals(page.filters().side());
					if (__jte_html_attribute_2) {
					jteOutput.writeContent(" selected");
					}
					jteOutput.writeContent(">");
					jteOutput.setContext("option", null);
					jteOutput.writeUserContent(view.t("cases.list.side." + side));
					jteOutput.writeContent("</option>\n");
				}
				jteOutput.writeContent("</select></div>\n<div><label for=\"status\">");
				jteOutput.setContext("label", null);
				jteOutput.writeUserContent(view.t("cases.list.status"));
				jteOutput.writeContent("</label>\n<select id=\"status\" name=\"status\">\n<option value=\"\">");
				jteOutput.setContext("option", null);
				jteOutput.writeUserContent(view.t("cases.list.any"));
				jteOutput.writeContent("</option>\n");
				for (var status : page.filters().statuses()) {
					jteOutput.writeContent("<option");
					var __jte_html_attribute_3 = status.code();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_3)) {
						jteOutput.writeContent(" value=\"");
						jteOutput.setContext("option", "value");
						jteOutput.writeUserContent(__jte_html_attribute_3);
						jteOutput.setContext("option", null);
						jteOutput.writeContent("\"");
					}
					var __jte_html_attribute_4 = status.isChosen();
					if (__jte_html_attribute_4) {
					jteOutput.writeContent(" selected");
					}
					var __jte_html_attribute_5 = status.label().language();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_5)) {
						jteOutput.writeContent(" lang=\"");
						jteOutput.setContext("option", "lang");
						jteOutput.writeUserContent(__jte_html_attribute_5);
						jteOutput.setContext("option", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">");
					jteOutput.setContext("option", null);
					jteOutput.writeUserContent(status.label().text());
					jteOutput.writeContent("</option>\n");
				}
				jteOutput.writeContent("</select></div>\n<button>");
				jteOutput.setContext("button", null);
				jteOutput.writeUserContent(view.t("cases.list.go"));
				jteOutput.writeContent("</button>\n</form>\n");
				if (page.rows().isEmpty()) {
					gg.jte.generated.ondemand.part.JteemptyGenerated.render(jteOutput, jteHtmlInterceptor, view.t(page.filters().isNarrow() ? "cases.list.none-so" : "cases.list.none." + page.kind()), new gg.jte.html.HtmlContent() {
						public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
							jteOutput.writeContent("<a href=\"/");
							jteOutput.setContext("a", "href");
							jteOutput.writeUserContent(page.kind());
							jteOutput.setContext("a", null);
							jteOutput.writeContent("\">");
							jteOutput.setContext("a", null);
							jteOutput.writeUserContent(view.t("cases.list.whole"));
							jteOutput.writeContent("</a> · <a href=\"/");
							jteOutput.setContext("a", "href");
							jteOutput.writeUserContent(page.kind());
							jteOutput.setContext("a", null);
							jteOutput.writeContent("/new\">");
							jteOutput.setContext("a", null);
							jteOutput.writeUserContent(view.t("cases.list.new." + page.kind()));
							jteOutput.writeContent("</a>");
						}
					});
					jteOutput.writeContent("\n");
				} else {
					jteOutput.writeContent("<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
					var __jte_html_attribute_6 = view.t("cases.list.title." + page.kind());
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_6)) {
						jteOutput.writeContent(" aria-label=\"");
						jteOutput.setContext("div", "aria-label");
						jteOutput.writeUserContent(__jte_html_attribute_6);
						jteOutput.setContext("div", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">\n<table>\n<thead><tr>\n<th scope=\"col\">");
					jteOutput.setContext("th", null);
					jteOutput.writeUserContent(view.t("cases.list.number"));
					jteOutput.writeContent("</th>\n<th scope=\"col\">");
					jteOutput.setContext("th", null);
					jteOutput.writeUserContent(view.t("cases.list.what"));
					jteOutput.writeContent("</th>\n<th scope=\"col\">");
					jteOutput.setContext("th", null);
					jteOutput.writeUserContent(view.t("cases.list.from." + page.kind()));
					jteOutput.writeContent("</th>\n<th scope=\"col\">");
					jteOutput.setContext("th", null);
					jteOutput.writeUserContent(view.t("cases.list.to." + page.kind()));
					jteOutput.writeContent("</th>\n<th scope=\"col\">");
					jteOutput.setContext("th", null);
					jteOutput.writeUserContent(view.t("cases.list.status"));
					jteOutput.writeContent("</th>\n<th scope=\"col\">");
					jteOutput.setContext("th", null);
					jteOutput.writeUserContent(view.t("cases.list.due"));
					jteOutput.writeContent("</th>\n</tr></thead>\n<tbody>\n");
					for (var row : page.rows()) {
						jteOutput.writeContent("<tr>\n<th scope=\"row\"><a");
						var __jte_html_attribute_7 = row.number().address();
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_7)) {
							jteOutput.writeContent(" href=\"");
							jteOutput.setContext("a", "href");
							jteOutput.writeUserContent(__jte_html_attribute_7);
							jteOutput.setContext("a", null);
							jteOutput.writeContent("\"");
						}
						jteOutput.writeContent(" data-row>");
						gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, row.number().name());
						jteOutput.writeContent("</a></th>\n<td>");
						if (!row.title().text().equals("—")) {
							gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, row.title());
							jteOutput.writeContent("<br>");
						}
						jteOutput.writeContent("<small>");
						gg.jte.generated.ondemand.cases.JtelinksGenerated.render(jteOutput, jteHtmlInterceptor, row.data());
						if (row.more() > 0) {
							jteOutput.writeContent(" ");
							jteOutput.setContext("small", null);
							jteOutput.writeUserContent(view.t("cases.list.more", row.more()));
						}
						jteOutput.writeContent("</small></td>\n<td>");
						gg.jte.generated.ondemand.cases.JtelinksGenerated.render(jteOutput, jteHtmlInterceptor, row.from());
						jteOutput.writeContent("</td>\n<td>");
						gg.jte.generated.ondemand.cases.JtelinksGenerated.render(jteOutput, jteHtmlInterceptor, row.to());
						jteOutput.writeContent("</td>\n<td>");
						gg.jte.generated.ondemand.part.JtebadgeGenerated.render(jteOutput, jteHtmlInterceptor, row.status());
						jteOutput.writeContent("</td>\n<td>");
						if (row.due().isPresent()) {
							gg.jte.generated.ondemand.cases.JtedueGenerated.render(jteOutput, jteHtmlInterceptor, view, row.due().get());
						}
						jteOutput.writeContent("</td>\n</tr>\n");
					}
					jteOutput.writeContent("</tbody>\n</table>\n</div>\n");
				}
				gg.jte.generated.ondemand.part.JtepagerGenerated.render(jteOutput, jteHtmlInterceptor, view, page.pager());
				jteOutput.writeContent("\n");
			}
		});
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		View view = (View)params.get("view");
		ListPage page = (ListPage)params.get("page");
		render(jteOutput, jteHtmlInterceptor, view, page);
	}
}
