package gg.jte.generated.ondemand.desk;
import org.shuqi.web.View;
import org.shuqi.web.desk.DeskPage;
@SuppressWarnings("unchecked")
public final class JtepartGenerated {
	public static final String JTE_NAME = "desk/part.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,3,3,3,3,8,8,9,10,10,11,11,11,11,11,11,11,11,11,11,11,12,12,12,12,12,12,12,12,12,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,16,16,18,18,18,18,18,18,18,18,18,18,18,18,18,18,18,18,18,19,19,20,20,21,21,21,22,22,22,22,22,23,23,23,23,23,23,23,23,23,25,25,29,29,29,29,29,29,29,30,30,31,31,31,31,31,31,31,31,31,31,31,32,32,32,3,4,5,6,7,7,7,7};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, View view, DeskPage.Part part, String title, String empty, boolean others) {
		if (part.rows().isEmpty()) {
			gg.jte.generated.ondemand.part.JteemptyGenerated.render(jteOutput, jteHtmlInterceptor, empty, null);
			jteOutput.writeContent("\n");
		} else {
			if (part.pressing() == 0) {
				jteOutput.writeContent("<p class=\"soft\">");
				jteOutput.setContext("p", null);
				jteOutput.writeUserContent(view.t("desk.today.none"));
				if (part.next().isPresent()) {
					jteOutput.writeContent(" ");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(view.t("desk.next", part.next().get()));
				}
				jteOutput.writeContent("</p>");
			}
			jteOutput.writeContent("\n<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
			var __jte_html_attribute_0 = title;
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
				jteOutput.writeContent(" aria-label=\"");
				jteOutput.setContext("div", "aria-label");
				jteOutput.writeUserContent(__jte_html_attribute_0);
				jteOutput.setContext("div", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">\n<table>\n<thead><tr><th scope=\"col\">");
			jteOutput.setContext("th", null);
			jteOutput.writeUserContent(view.t("desk.column.record"));
			jteOutput.writeContent("</th><th scope=\"col\">");
			jteOutput.setContext("th", null);
			jteOutput.writeUserContent(view.t("desk.column.clock"));
			jteOutput.writeContent("</th><th scope=\"col\">");
			jteOutput.setContext("th", null);
			jteOutput.writeUserContent(view.t("desk.column.left"));
			jteOutput.writeContent("</th><th scope=\"col\">");
			jteOutput.setContext("th", null);
			jteOutput.writeUserContent(view.t("desk.column.day"));
			jteOutput.writeContent("</th><th scope=\"col\">");
			jteOutput.setContext("th", null);
			jteOutput.writeUserContent(view.t("desk.column.rule"));
			jteOutput.writeContent("</th>");
			if (others) {
				jteOutput.writeContent("<th scope=\"col\">");
				jteOutput.setContext("th", null);
				jteOutput.writeUserContent(view.t("desk.column.office"));
				jteOutput.writeContent("</th>");
			}
			jteOutput.writeContent("</tr></thead>\n<tbody>\n");
			for (var row : part.rows()) {
				jteOutput.writeContent("<tr>\n<td>");
				if (row.record().address().isEmpty()) {
					gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, row.record().name());
				} else {
					jteOutput.writeContent("<a class=\"row\"");
					var __jte_html_attribute_1 = row.record().address();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
						jteOutput.writeContent(" href=\"");
						jteOutput.setContext("a", "href");
						jteOutput.writeUserContent(__jte_html_attribute_1);
						jteOutput.setContext("a", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">");
					gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, row.record().name());
					jteOutput.writeContent("</a>");
				}
				jteOutput.writeContent("</td>\n<td>");
				gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, row.clock());
				jteOutput.writeContent("</td>\n<td>");
				gg.jte.generated.ondemand.part.JtebadgeGenerated.render(jteOutput, jteHtmlInterceptor, row.left());
				jteOutput.writeContent("</td>\n<td class=\"nowrap\">");
				jteOutput.setContext("td", null);
				jteOutput.writeUserContent(row.day());
				jteOutput.writeContent("</td>\n<td>");
				for (var rule : row.rule()) {
					gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, rule);
					jteOutput.writeContent(" ");
				}
				jteOutput.writeContent("</td>\n");
				if (others) {
					jteOutput.writeContent("<td>");
					for (var office : row.offices()) {
						gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, office);
						jteOutput.writeContent(" ");
					}
					jteOutput.writeContent("</td>");
				}
				jteOutput.writeContent("\n</tr>\n");
			}
			jteOutput.writeContent("</tbody>\n</table>\n</div>\n");
			if (part.total() - part.later() > part.rows().size()) {
				jteOutput.writeContent("<p class=\"soft\">");
				jteOutput.setContext("p", null);
				jteOutput.writeUserContent(view.t("desk.more", part.rows().size(), view.number(part.total() - part.later())));
				jteOutput.writeContent("</p>");
			}
			jteOutput.writeContent("\n");
		}
		if (part.later() > 0) {
			jteOutput.writeContent("<p class=\"soft\">");
			jteOutput.setContext("p", null);
			jteOutput.writeUserContent(view.t("desk.later", view.number(part.later())));
			if (part.rows().isEmpty() && part.next().isPresent()) {
				jteOutput.writeContent(" ");
				jteOutput.setContext("p", null);
				jteOutput.writeUserContent(view.t("desk.next", part.next().get()));
			}
			jteOutput.writeContent("</p>");
		}
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		View view = (View)params.get("view");
		DeskPage.Part part = (DeskPage.Part)params.get("part");
		String title = (String)params.get("title");
		String empty = (String)params.get("empty");
		boolean others = (boolean)params.get("others");
		render(jteOutput, jteHtmlInterceptor, view, part, title, empty, others);
	}
}
