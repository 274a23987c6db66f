package gg.jte.generated.ondemand.ask;
import org.shuqi.web.View;
import org.shuqi.web.ask.AskPage;
@SuppressWarnings("unchecked")
public final class JtecardGenerated {
	public static final String JTE_NAME = "ask/card.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,3,3,3,3,5,5,5,5,5,6,6,6,6,6,6,8,8,8,8,8,9,9,9,9,9,10,10,10,10,10,11,11,11,11,11,11,11,11,11,12,12,12,12,12,12,12,12,12,12,13,13,13,13,13,13,13,13,13,13,13,13,15,15,15,15,15,15,15,15,15,15,15,15,15,15,15,15,17,17,17,19,19,20,20,21,21,21,21,21,21,21,21,22,22,22,22,22,22,22,22,22,22,22,23,23,23,24,24,26,26,27,27,27,28,28,28,28,28,28,28,28,28,29,29,29,29,29,29,29,29,29,31,31,32,32,32,32,32,32,32,32,32,32,32,32,32,32,32,32,33,33,35,35,36,36,36,36,36,36,37,37,38,38,38,39,39,39,39,39,39,39,39,39,40,40,40,40,40,40,42,42,43,43,43,43,44,44,46,46,47,48,48,48,49,49,50,51,51,53,53,54,54,54,54,54,55,55,57,57,58,59,60,60,60,61,61,62,62,63,64,64,64,66,66,67,67,67,67,67,67,68,68,70,70,71,71,71,72,72,74,74,74,75,75,75,75,75,75,75,76,76,76,76,76,76,76,76,76,76,76,76,76,76,76,76,76,76,76,76,76,76,76,76,76,76,76,76,76,76,76,76,78,78,79,79,3,4,4,4,4};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, View view, AskPage.Card card) {
		jteOutput.writeContent("<section class=\"answer ");
		jteOutput.setContext("section", "class");
		jteOutput.writeUserContent(card.outcome().tone().style());
		jteOutput.setContext("section", null);
		jteOutput.writeContent(" keep\" aria-labelledby=\"answer\">\n<h2 id=\"answer\"><span aria-hidden=\"true\">");
		jteOutput.setContext("span", null);
		jteOutput.writeUserContent(card.outcome().tone().sign());
		jteOutput.writeContent("</span> ");
		jteOutput.setContext("h2", null);
		jteOutput.writeUserContent(view.t("ask.says." + card.word()));
		jteOutput.writeContent("</h2>\n<dl class=\"facts\">\n<dt>");
		jteOutput.setContext("dt", null);
		jteOutput.writeUserContent(view.t("ask.field.recipient"));
		jteOutput.writeContent("</dt><dd>");
		gg.jte.generated.ondemand.ask.JtecrumbGenerated.render(jteOutput, jteHtmlInterceptor, card.recipient());
		jteOutput.writeContent("</dd>\n<dt>");
		jteOutput.setContext("dt", null);
		jteOutput.writeUserContent(view.t("ask.field.dataset"));
		jteOutput.writeContent("</dt><dd>");
		gg.jte.generated.ondemand.ask.JtecrumbGenerated.render(jteOutput, jteHtmlInterceptor, card.dataset());
		jteOutput.writeContent("</dd>\n<dt>");
		jteOutput.setContext("dt", null);
		jteOutput.writeUserContent(view.t("ask.field.purpose"));
		jteOutput.writeContent("</dt><dd>");
		gg.jte.generated.ondemand.ask.JtecrumbGenerated.render(jteOutput, jteHtmlInterceptor, card.purpose());
		jteOutput.writeContent("</dd>\n<dt>");
		jteOutput.setContext("dt", null);
		jteOutput.writeUserContent(view.t("ask.field.at"));
		jteOutput.writeContent("</dt><dd>");
		jteOutput.setContext("dd", null);
		jteOutput.writeUserContent(card.at());
		jteOutput.writeContent(" <span class=\"soft\">");
		jteOutput.setContext("span", null);
		jteOutput.writeUserContent(view.t("ask.revision", card.revision()));
		jteOutput.writeContent("</span></dd>\n");
		if (card.until().isPresent()) {
			jteOutput.writeContent("<dt>");
			jteOutput.setContext("dt", null);
			jteOutput.writeUserContent(view.t("ask.until"));
			jteOutput.writeContent("</dt><dd>");
			jteOutput.setContext("dd", null);
			jteOutput.writeUserContent(card.until().get());
			jteOutput.writeContent("</dd>");
		}
		jteOutput.writeContent("\n");
		if (!card.grants().isEmpty()) {
			jteOutput.writeContent("<dt>");
			jteOutput.setContext("dt", null);
			jteOutput.writeUserContent(view.t("ask.grants"));
			jteOutput.writeContent("</dt><dd>");
			for (var grant : card.grants()) {
				gg.jte.generated.ondemand.ask.JtecrumbGenerated.render(jteOutput, jteHtmlInterceptor, grant);
				jteOutput.writeContent(" ");
			}
			jteOutput.writeContent("</dd>");
		}
		jteOutput.writeContent("\n</dl>\n");
		if (card.apply().isPresent()) {
			jteOutput.writeContent("<p class=\"tools\"><a class=\"button main\"");
			var __jte_html_attribute_0 = card.apply().get();
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
				jteOutput.writeContent(" href=\"");
				jteOutput.setContext("a", "href");
				jteOutput.writeUserContent(__jte_html_attribute_0);
				jteOutput.setContext("a", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">");
			jteOutput.setContext("a", null);
			jteOutput.writeUserContent(view.t("ask.apply"));
			jteOutput.writeContent("</a></p>");
		}
		jteOutput.writeContent("\n</section>\n<h2>");
		jteOutput.setContext("h2", null);
		jteOutput.writeUserContent(view.t("ask.reasons"));
		jteOutput.writeContent("</h2>\n<ol class=\"reasons law\">\n");
		for (var reason : card.reasons()) {
			jteOutput.writeContent("<li>");
			gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, reason.text());
			jteOutput.writeContent("\n");
			if (reason.clause().isPresent()) {
				jteOutput.writeContent("<br><span class=\"soft\">");
				jteOutput.setContext("span", null);
				jteOutput.writeUserContent(view.t("ask.by"));
				jteOutput.writeContent("</span> ");
				gg.jte.generated.ondemand.ask.JtecrumbGenerated.render(jteOutput, jteHtmlInterceptor, reason.clause().get());
			}
			jteOutput.writeContent("\n");
			if (!reason.laws().isEmpty()) {
				jteOutput.writeContent("<br><span class=\"soft\">");
				jteOutput.setContext("span", null);
				jteOutput.writeUserContent(view.t("ask.law"));
				jteOutput.writeContent("</span> ");
				for (var law : reason.laws()) {
					gg.jte.generated.ondemand.ask.JtecrumbGenerated.render(jteOutput, jteHtmlInterceptor, law);
					jteOutput.writeContent(" ");
				}
			}
			jteOutput.writeContent("\n<small translate=\"no\">");
			jteOutput.setContext("small", null);
			jteOutput.writeUserContent(reason.stage());
			jteOutput.writeContent("</small></li>\n");
		}
		jteOutput.writeContent("</ol>\n");
		if (!card.chain().isEmpty()) {
			jteOutput.writeContent("<h3>");
			jteOutput.setContext("h3", null);
			jteOutput.writeUserContent(view.t("ask.chain"));
			jteOutput.writeContent("</h3>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
			var __jte_html_attribute_1 = view.t("ask.chain");
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
				jteOutput.writeContent(" aria-label=\"");
				jteOutput.setContext("div", "aria-label");
				jteOutput.writeUserContent(__jte_html_attribute_1);
				jteOutput.setContext("div", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent("><table class=\"law\">\n<thead><tr><th scope=\"col\">");
			jteOutput.setContext("th", null);
			jteOutput.writeUserContent(view.t("ask.chain.what"));
			jteOutput.writeContent("</th><th scope=\"col\">");
			jteOutput.setContext("th", null);
			jteOutput.writeUserContent(view.t("ask.chain.thing"));
			jteOutput.writeContent("</th><th scope=\"col\">");
			jteOutput.setContext("th", null);
			jteOutput.writeUserContent(view.t("ask.law"));
			jteOutput.writeContent("</th></tr></thead>\n<tbody>\n");
			for (var link : card.chain()) {
				jteOutput.writeContent("<tr><th scope=\"row\">");
				jteOutput.setContext("th", null);
				jteOutput.writeUserContent(view.t("ask.link." + link.word()));
				jteOutput.writeContent("</th><td>");
				gg.jte.generated.ondemand.ask.JtecrumbGenerated.render(jteOutput, jteHtmlInterceptor, link.thing());
				if (!link.note().isEmpty()) {
					jteOutput.writeContent(" <small>");
					jteOutput.setContext("small", null);
					jteOutput.writeUserContent(link.note());
					jteOutput.writeContent("</small>");
				}
				jteOutput.writeContent("</td><td>");
				for (var law : link.laws()) {
					gg.jte.generated.ondemand.ask.JtecrumbGenerated.render(jteOutput, jteHtmlInterceptor, law);
					jteOutput.writeContent(" ");
				}
				jteOutput.writeContent("</td></tr>\n");
			}
			jteOutput.writeContent("</tbody></table></div>\n");
		}
		if (card.withheld() > 0) {
			jteOutput.writeContent("<p class=\"note\">");
			jteOutput.setContext("p", null);
			jteOutput.writeUserContent(view.t("ask.withheld", card.withheld()));
			jteOutput.writeContent("</p>");
		}
		jteOutput.writeContent("\n");
		if (!card.items().isEmpty()) {
			jteOutput.writeContent("<h2>");
			jteOutput.setContext("h2", null);
			jteOutput.writeUserContent(view.t("ask.items"));
			jteOutput.writeContent("</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
			var __jte_html_attribute_2 = view.t("ask.items");
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_2)) {
				jteOutput.writeContent(" aria-label=\"");
				jteOutput.setContext("div", "aria-label");
				jteOutput.writeUserContent(__jte_html_attribute_2);
				jteOutput.setContext("div", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent("><table>\n<thead><tr><th scope=\"col\">");
			jteOutput.setContext("th", null);
			jteOutput.writeUserContent(view.t("ask.item"));
			jteOutput.writeContent("</th><th scope=\"col\">");
			jteOutput.setContext("th", null);
			jteOutput.writeUserContent(view.t("ask.outcome"));
			jteOutput.writeContent("</th></tr></thead>\n<tbody>\n");
			for (var item : card.items()) {
				jteOutput.writeContent("<tr><td>");
				gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, item.name());
				jteOutput.writeContent("</td><td>");
				gg.jte.generated.ondemand.part.JtebadgeGenerated.render(jteOutput, jteHtmlInterceptor, item.outcome());
				jteOutput.writeContent("</td></tr>\n");
			}
			jteOutput.writeContent("</tbody></table></div>\n");
		}
		if (!card.ways().isEmpty()) {
			jteOutput.writeContent("<h2>");
			jteOutput.setContext("h2", null);
			jteOutput.writeUserContent(view.t("ask.ways"));
			jteOutput.writeContent("</h2>\n");
			if (card.ways().size() == 1) {
				gg.jte.generated.ondemand.ask.JtestepsGenerated.render(jteOutput, jteHtmlInterceptor, view, card.ways().get(0));
				jteOutput.writeContent("\n");
			} else {
				jteOutput.writeContent("<ol>\n");
				for (var way : card.ways()) {
					jteOutput.writeContent("<li><p>");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(view.t("ask.way"));
					jteOutput.writeContent("</p>");
					gg.jte.generated.ondemand.ask.JtestepsGenerated.render(jteOutput, jteHtmlInterceptor, view, way);
					jteOutput.writeContent("</li>\n");
				}
				jteOutput.writeContent("</ol>\n");
			}
		}
		if (!card.route().isEmpty()) {
			jteOutput.writeContent("<h2>");
			jteOutput.setContext("h2", null);
			jteOutput.writeUserContent(view.t("ask.route"));
			jteOutput.writeContent("</h2>\n");
			gg.jte.generated.ondemand.ask.JtestepsGenerated.render(jteOutput, jteHtmlInterceptor, view, card.route());
			jteOutput.writeContent("\n");
		}
		if (!card.duties().isEmpty()) {
			jteOutput.writeContent("<h2>");
			jteOutput.setContext("h2", null);
			jteOutput.writeUserContent(view.t("ask.duties"));
			jteOutput.writeContent("</h2>\n<ul>\n");
			for (var duty : card.duties()) {
				jteOutput.writeContent("<li>");
				gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, duty.text());
				if (duty.source().isPresent()) {
					jteOutput.writeContent(" · ");
					gg.jte.generated.ondemand.ask.JtecrumbGenerated.render(jteOutput, jteHtmlInterceptor, duty.source().get());
				}
				jteOutput.writeContent("</li>\n");
			}
			jteOutput.writeContent("</ul>\n");
		}
		jteOutput.writeContent("<h2 id=\"copies\">");
		jteOutput.setContext("h2", null);
		jteOutput.writeUserContent(view.t("ask.copies"));
		jteOutput.writeContent("</h2>\n");
		for (var copy : card.copies()) {
			jteOutput.writeContent("<details class=\"copy\">\n<summary>");
			jteOutput.setContext("summary", null);
			jteOutput.writeUserContent(view.t("ask.copy." + copy.word()));
			jteOutput.writeContent("</summary>\n<pre tabindex=\"0\" id=\"copy-");
			jteOutput.setContext("pre", "id");
			jteOutput.writeUserContent(copy.word());
			jteOutput.setContext("pre", null);
			jteOutput.writeContent("\"><code translate=\"no\">");
			jteOutput.setContext("code", null);
			jteOutput.writeUserContent(copy.text());
			jteOutput.writeContent("</code></pre>\n<p class=\"tools\"><button type=\"button\" data-copy=\"copy-");
			jteOutput.setContext("button", "data-copy");
			jteOutput.writeUserContent(copy.word());
			jteOutput.setContext("button", null);
			jteOutput.writeContent("\"");
			var __jte_html_attribute_3 = view.t("ask.copied");
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_3)) {
				jteOutput.writeContent(" data-done=\"");
				jteOutput.setContext("button", "data-done");
				jteOutput.writeUserContent(__jte_html_attribute_3);
				jteOutput.setContext("button", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(" hidden>");
			jteOutput.setContext("button", null);
			jteOutput.writeUserContent(view.t("ask.copy"));
			jteOutput.writeContent("</button>");
			if (copy.address().isPresent()) {
				jteOutput.writeContent(" <a");
				var __jte_html_attribute_4 = copy.address().get();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_4)) {
					jteOutput.writeContent(" href=\"");
					jteOutput.setContext("a", "href");
					jteOutput.writeUserContent(__jte_html_attribute_4);
					jteOutput.setContext("a", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(">");
				jteOutput.setContext("a", null);
				jteOutput.writeUserContent(view.t("ask.open"));
				jteOutput.writeContent("</a>");
			}
			jteOutput.writeContent("</p>\n</details>\n");
		}
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		View view = (View)params.get("view");
		AskPage.Card card = (AskPage.Card)params.get("card");
		render(jteOutput, jteHtmlInterceptor, view, card);
	}
}
