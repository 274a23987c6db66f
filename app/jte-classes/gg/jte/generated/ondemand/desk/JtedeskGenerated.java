package gg.jte.generated.ondemand.desk;
import java.util.List;
import org.shuqi.web.View;
import org.shuqi.web.desk.DeskPage;
@SuppressWarnings("unchecked")
public final class JtedeskGenerated {
	public static final String JTE_NAME = "desk/desk.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,2,3,3,3,3,5,5,5,6,6,6,6,6,6,6,6,6,8,8,8,9,9,10,10,10,10,10,10,12,12,12,12,12,12,12,12,12,13,13,14,14,14,14,14,14,14,14,14,15,15,16,16,16,16,16,16,16,16,16,17,17,18,18,18,19,19,20,20,20,20,20,20,20,20,21,21,23,23,24,24,25,25,27,27,28,28,29,29,29,3,4,4,4,4};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, View view, DeskPage page) {
		gg.jte.generated.ondemand.layout.JtepageGenerated.render(jteOutput, jteHtmlInterceptor, view, view.t("desk.title"), "desk", java.util.List.of(), List.of("combo.js"), false, new gg.jte.html.HtmlContent() {
			public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
				jteOutput.writeContent("\n");
				if (!page.offices().isEmpty()) {
					jteOutput.writeContent("<p class=\"soft\">");
					for (var office : page.offices()) {
						gg.jte.generated.ondemand.ask.JtecrumbGenerated.render(jteOutput, jteHtmlInterceptor, office);
						jteOutput.writeContent(" ");
					}
					jteOutput.writeContent("</p>");
				}
				jteOutput.writeContent("\n<form action=\"/ask\" method=\"get\" class=\"ask\" aria-labelledby=\"asking\">\n<h2 id=\"asking\">");
				jteOutput.setContext("h2", null);
				jteOutput.writeUserContent(view.t("desk.ask"));
				jteOutput.writeContent("</h2>\n");
				gg.jte.generated.ondemand.ask.JtefieldsGenerated.render(jteOutput, jteHtmlInterceptor, view, page.recipient(), page.dataset(), page.purpose());
				jteOutput.writeContent("\n<p class=\"tools\"><button class=\"main\">");
				jteOutput.setContext("button", null);
				jteOutput.writeUserContent(view.t("ask.go"));
				jteOutput.writeContent("</button> <a href=\"/ask\">");
				jteOutput.setContext("a", null);
				jteOutput.writeUserContent(view.t("ask.more"));
				jteOutput.writeContent("</a></p>\n</form>\n<h2 id=\"due\">");
				jteOutput.setContext("h2", null);
				jteOutput.writeUserContent(view.t("desk.due"));
				if (page.due().total() > 0) {
					jteOutput.writeContent(" <span class=\"soft\">");
					jteOutput.setContext("span", null);
					jteOutput.writeUserContent(view.t("desk.count", view.number(page.due().total()), view.number(page.due().pressing())));
					jteOutput.writeContent("</span>");
				}
				jteOutput.writeContent("</h2>\n");
				gg.jte.generated.ondemand.desk.JtepartGenerated.render(jteOutput, jteHtmlInterceptor, view, page.due(), view.t("desk.due"), view.t("desk.due.none"), false);
				jteOutput.writeContent("\n<h2>");
				jteOutput.setContext("h2", null);
				jteOutput.writeUserContent(view.t("desk.waiting"));
				if (page.waiting().total() > 0) {
					jteOutput.writeContent(" <span class=\"soft\">");
					jteOutput.setContext("span", null);
					jteOutput.writeUserContent(view.t("desk.count", view.number(page.waiting().total()), view.number(page.waiting().pressing())));
					jteOutput.writeContent("</span>");
				}
				jteOutput.writeContent("</h2>\n");
				gg.jte.generated.ondemand.desk.JtepartGenerated.render(jteOutput, jteHtmlInterceptor, view, page.waiting(), view.t("desk.waiting"), view.t("desk.waiting.none"), true);
				jteOutput.writeContent("\n<h2>");
				jteOutput.setContext("h2", null);
				jteOutput.writeUserContent(view.t("desk.drafts"));
				if (page.drafts().total() > 0) {
					jteOutput.writeContent(" <span class=\"soft\">");
					jteOutput.setContext("span", null);
					jteOutput.writeUserContent(view.number(page.drafts().total()));
					jteOutput.writeContent("</span>");
				}
				jteOutput.writeContent("</h2>\n");
				if (page.drafts().failure().isPresent()) {
					jteOutput.writeContent("<p class=\"note warn\">");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(page.drafts().failure().get());
					jteOutput.writeContent("</p>\n");
				} else if (page.drafts().rows().isEmpty()) {
					gg.jte.generated.ondemand.part.JteemptyGenerated.render(jteOutput, jteHtmlInterceptor, view.t("desk.drafts.none"), new gg.jte.html.HtmlContent() {
						public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
							jteOutput.writeContent("<a href=\"/search\">");
							jteOutput.setContext("a", null);
							jteOutput.writeUserContent(view.t("desk.drafts.begin"));
							jteOutput.writeContent("</a>");
						}
					});
					jteOutput.writeContent("\n");
				} else {
					jteOutput.writeContent("<ul>\n");
					for (var draft : page.drafts().rows()) {
						jteOutput.writeContent("<li>");
						gg.jte.generated.ondemand.ask.JtecrumbGenerated.render(jteOutput, jteHtmlInterceptor, draft);
						jteOutput.writeContent("</li>\n");
					}
					jteOutput.writeContent("</ul>\n");
				}
			}
		});
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		View view = (View)params.get("view");
		DeskPage page = (DeskPage)params.get("page");
		render(jteOutput, jteHtmlInterceptor, view, page);
	}
}
