package gg.jte.generated.ondemand.layout;
import gg.jte.Content;
import java.util.List;
import org.shuqi.web.Crumb;
import org.shuqi.web.View;
@SuppressWarnings("unchecked")
public final class JtepageGenerated {
	public static final String JTE_NAME = "layout/page.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,2,3,5,5,5,5,13,13,13,13,13,13,13,13,13,13,19,19,19,19,19,19,21,21,21,21,21,21,21,21,21,22,22,22,22,22,22,22,22,22,23,23,23,23,23,23,23,23,23,24,24,24,24,24,24,24,24,24,25,25,26,26,26,26,26,26,26,26,26,27,27,29,29,29,29,29,29,29,29,29,30,30,30,33,33,33,34,34,36,36,36,37,37,37,37,37,37,37,37,37,38,38,38,40,40,42,42,42,42,42,42,42,42,42,42,42,42,42,42,42,42,42,42,42,42,42,42,42,42,42,42,42,42,43,43,43,44,44,44,45,45,46,46,46,47,47,48,48,48,48,48,49,49,50,51,51,51,52,52,55,55,56,56,56,56,56,56,56,56,56,58,58,59,59,59,59,59,59,59,59,59,59,59,59,59,59,59,59,59,59,59,59,59,59,59,59,59,59,59,59,59,60,60,63,63,65,65,66,66,66,66,66,66,66,66,66,68,68,69,69,69,69,69,69,69,69,69,69,69,70,70,73,73,74,74,74,74,74,74,74,74,74,75,75,75,76,76,76,79,79,79,79,79,79,81,81,81,81,81,81,81,81,81,81,81,81,81,81,81,81,81,84,84,84,5,6,7,8,9,10,11,11,11,11};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, View view, String title, String nav, List<Crumb> crumbs, List<String> scripts, boolean wide, Content content) {
		jteOutput.writeContent("<!DOCTYPE html>\n<html");
		var __jte_html_attribute_0 = view.lang();
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
			jteOutput.writeContent(" lang=\"");
			jteOutput.setContext("html", "lang");
			jteOutput.writeUserContent(__jte_html_attribute_0);
			jteOutput.setContext("html", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent(">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"htmx-config\" content='{\"includeIndicatorStyles\":false,\"allowEval\":false,\"allowScriptTags\":false,\"selfRequestsOnly\":true,\"historyCacheSize\":0}'>\n<title>");
		jteOutput.setContext("title", null);
		jteOutput.writeUserContent(title);
		jteOutput.writeContent(" · ");
		jteOutput.setContext("title", null);
		jteOutput.writeUserContent(view.t("layout.name"));
		jteOutput.writeContent("</title>\n<link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\"");
		var __jte_html_attribute_1 = view.asset("shuqi.css");
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
			jteOutput.writeContent(" href=\"");
			jteOutput.setContext("link", "href");
			jteOutput.writeUserContent(__jte_html_attribute_1);
			jteOutput.setContext("link", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent(">\n<script");
		var __jte_html_attribute_2 = view.asset("theme.js");
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_2)) {
			jteOutput.writeContent(" src=\"");
			jteOutput.setContext("script", "src");
			jteOutput.writeUserContent(__jte_html_attribute_2);
			jteOutput.setContext("script", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent("></script>\n<script");
		var __jte_html_attribute_3 = view.asset("htmx.min.js");
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_3)) {
			jteOutput.writeContent(" src=\"");
			jteOutput.setContext("script", "src");
			jteOutput.writeUserContent(__jte_html_attribute_3);
			jteOutput.setContext("script", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent(" defer></script>\n<script");
		var __jte_html_attribute_4 = view.asset("shuqi.js");
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_4)) {
			jteOutput.writeContent(" src=\"");
			jteOutput.setContext("script", "src");
			jteOutput.writeUserContent(__jte_html_attribute_4);
			jteOutput.setContext("script", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent(" type=\"module\"></script>\n");
		for (var script : scripts) {
			jteOutput.writeContent("<script");
			var __jte_html_attribute_5 = view.asset(script);
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_5)) {
				jteOutput.writeContent(" src=\"");
				jteOutput.setContext("script", "src");
				jteOutput.writeUserContent(__jte_html_attribute_5);
				jteOutput.setContext("script", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(" type=\"module\"></script>\n");
		}
		jteOutput.writeContent("</head>\n<body");
		var __jte_html_attribute_6 = view.csrf();
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_6)) {
			jteOutput.writeContent(" data-csrf=\"");
			jteOutput.setContext("body", "data-csrf");
			jteOutput.writeUserContent(__jte_html_attribute_6);
			jteOutput.setContext("body", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent(">\n<a class=\"skip\" href=\"#main\">");
		jteOutput.setContext("a", null);
		jteOutput.writeUserContent(view.t("layout.skip"));
		jteOutput.writeContent("</a>\n<header class=\"head\">\n<div class=\"bar\">\n<a class=\"brand\" href=\"/\">");
		jteOutput.setContext("a", null);
		jteOutput.writeUserContent(view.t("layout.name"));
		jteOutput.writeContent("</a>\n");
		if (view.person().isPresent()) {
			jteOutput.writeContent("<form class=\"find\" role=\"search\" action=\"/search\" method=\"get\">\n<label class=\"unseen\" for=\"find\">");
			jteOutput.setContext("label", null);
			jteOutput.writeUserContent(view.t("layout.find"));
			jteOutput.writeContent("</label>\n<input id=\"find\" name=\"q\" type=\"search\"");
			var __jte_html_attribute_7 = view.t("layout.find");
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_7)) {
				jteOutput.writeContent(" placeholder=\"");
				jteOutput.setContext("input", "placeholder");
				jteOutput.writeUserContent(__jte_html_attribute_7);
				jteOutput.setContext("input", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(" autocomplete=\"off\" maxlength=\"200\">\n<button>");
			jteOutput.setContext("button", null);
			jteOutput.writeUserContent(view.t("layout.find.go"));
			jteOutput.writeContent("</button>\n</form>\n");
		}
		jteOutput.writeContent("<div class=\"who\">\n<a");
		var __jte_html_attribute_8 = view.inOtherLanguage();
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_8)) {
			jteOutput.writeContent(" href=\"");
			jteOutput.setContext("a", "href");
			jteOutput.writeUserContent(__jte_html_attribute_8);
			jteOutput.setContext("a", null);
			jteOutput.writeContent("\"");
		}
		var __jte_html_attribute_9 = view.isEnglish() ? "zh" : "en";
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_9)) {
			jteOutput.writeContent(" lang=\"");
			jteOutput.setContext("a", "lang");
			jteOutput.writeUserContent(__jte_html_attribute_9);
			jteOutput.setContext("a", null);
			jteOutput.writeContent("\"");
		}
		var __jte_html_attribute_10 = view.isEnglish() ? "zh" : "en";
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_10)) {
			jteOutput.writeContent(" hreflang=\"");
			jteOutput.setContext("a", "hreflang");
			jteOutput.writeUserContent(__jte_html_attribute_10);
			jteOutput.setContext("a", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent(">");
		jteOutput.setContext("a", null);
		jteOutput.writeUserContent(view.t("layout.language"));
		jteOutput.writeContent("</a>\n<button type=\"button\" id=\"theme\" hidden>");
		jteOutput.setContext("button", null);
		jteOutput.writeUserContent(view.t("layout.theme"));
		jteOutput.writeContent("</button>\n<a href=\"/help\">");
		jteOutput.setContext("a", null);
		jteOutput.writeUserContent(view.t("layout.help"));
		jteOutput.writeContent("</a>\n");
		if (view.person().isPresent()) {
			jteOutput.writeContent("<a href=\"/account\" translate=\"no\">");
			jteOutput.setContext("a", null);
			jteOutput.writeUserContent(view.person().get());
			jteOutput.writeContent("</a>\n");
			if (view.hasSession()) {
				jteOutput.writeContent("<form action=\"/logout\" method=\"post\">");
				gg.jte.generated.ondemand.part.JtecsrfGenerated.render(jteOutput, jteHtmlInterceptor, view);
				jteOutput.writeContent("<button class=\"plain\">");
				jteOutput.setContext("button", null);
				jteOutput.writeUserContent(view.t("layout.sign-out"));
				jteOutput.writeContent("</button></form>\n");
			}
		} else {
			jteOutput.writeContent("<a href=\"/login\">");
			jteOutput.setContext("a", null);
			jteOutput.writeUserContent(view.t("layout.sign-in"));
			jteOutput.writeContent("</a>\n");
		}
		jteOutput.writeContent("</div>\n</div>\n");
		if (view.person().isPresent()) {
			jteOutput.writeContent("<nav class=\"places\"");
			var __jte_html_attribute_11 = view.t("layout.places");
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_11)) {
				jteOutput.writeContent(" aria-label=\"");
				jteOutput.setContext("nav", "aria-label");
				jteOutput.writeUserContent(__jte_html_attribute_11);
				jteOutput.setContext("nav", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">\n<ul>\n");
			for (var place : view.places()) {
				jteOutput.writeContent("<li");
				var __jte_html_attribute_12 = place.isMore() ? "more" : null;
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_12)) {
					jteOutput.writeContent(" class=\"");
					jteOutput.setContext("li", "class");
					jteOutput.writeUserContent(__jte_html_attribute_12);
					jteOutput.setContext("li", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent("><a");
				var __jte_html_attribute_13 = place.address();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_13)) {
					jteOutput.writeContent(" href=\"");
					jteOutput.setContext("a", "href");
					jteOutput.writeUserContent(__jte_html_attribute_13);
					jteOutput.setContext("a", null);
					jteOutput.writeContent("\"");
				}
				var __jte_html_attribute_14 = place.name().equals(nav) ? "page" : null;
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_14)) {
					jteOutput.writeContent(" aria-current=\"");
					jteOutput.setContext("a", "aria-current");
					jteOutput.writeUserContent(__jte_html_attribute_14);
					jteOutput.setContext("a", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(">");
				jteOutput.setContext("a", null);
				jteOutput.writeUserContent(view.t("layout.nav." + place.name()));
				jteOutput.writeContent("</a></li>\n");
			}
			jteOutput.writeContent("</ul>\n</nav>\n");
		}
		jteOutput.writeContent("</header>\n");
		if (!crumbs.isEmpty()) {
			jteOutput.writeContent("<nav class=\"crumbs\"");
			var __jte_html_attribute_15 = view.t("layout.crumbs");
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_15)) {
				jteOutput.writeContent(" aria-label=\"");
				jteOutput.setContext("nav", "aria-label");
				jteOutput.writeUserContent(__jte_html_attribute_15);
				jteOutput.setContext("nav", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">\n<ol>\n");
			for (var crumb : crumbs) {
				jteOutput.writeContent("<li><a");
				var __jte_html_attribute_16 = crumb.address();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_16)) {
					jteOutput.writeContent(" href=\"");
					jteOutput.setContext("a", "href");
					jteOutput.writeUserContent(__jte_html_attribute_16);
					jteOutput.setContext("a", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(">");
				gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, crumb.name());
				jteOutput.writeContent("</a></li>\n");
			}
			jteOutput.writeContent("</ol>\n</nav>\n");
		}
		jteOutput.writeContent("<main id=\"main\" tabindex=\"-1\"");
		var __jte_html_attribute_17 = wide ? "wide" : null;
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_17)) {
			jteOutput.writeContent(" class=\"");
			jteOutput.setContext("main", "class");
			jteOutput.writeUserContent(__jte_html_attribute_17);
			jteOutput.setContext("main", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent(">\n<h1>");
		jteOutput.setContext("h1", null);
		jteOutput.writeUserContent(title);
		jteOutput.writeContent("</h1>\n");
		jteOutput.setContext("main", null);
		jteOutput.writeUserContent(content);
		jteOutput.writeContent("\n</main>\n<footer class=\"foot\">\n<p>");
		jteOutput.setContext("p", null);
		jteOutput.writeUserContent(view.t("layout.foot"));
		jteOutput.writeContent(" <a href=\"/help\">");
		jteOutput.setContext("a", null);
		jteOutput.writeUserContent(view.t("layout.help"));
		jteOutput.writeContent("</a></p>\n</footer>\n<div id=\"busy\" class=\"busy\" role=\"status\" aria-live=\"polite\"");
		var __jte_html_attribute_18 = view.t("layout.loading");
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_18)) {
			jteOutput.writeContent(" data-loading=\"");
			jteOutput.setContext("div", "data-loading");
			jteOutput.writeUserContent(__jte_html_attribute_18);
			jteOutput.setContext("div", null);
			jteOutput.writeContent("\"");
		}
		var __jte_html_attribute_19 = view.t("layout.slow");
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_19)) {
			jteOutput.writeContent(" data-slow=\"");
			jteOutput.setContext("div", "data-slow");
			jteOutput.writeUserContent(__jte_html_attribute_19);
			jteOutput.setContext("div", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent("></div>\n</body>\n</html>\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		View view = (View)params.get("view");
		String title = (String)params.get("title");
		String nav = (String)params.getOrDefault("nav", "");
		List<Crumb> crumbs = (List<Crumb>)params.getOrDefault("crumbs", java.util.List.of());
		List<String> scripts = (List<String>)params.getOrDefault("scripts", java.util.List.of());
		boolean wide = (boolean)params.getOrDefault("wide", false);
		Content content = (Content)params.get("content");
		render(jteOutput, jteHtmlInterceptor, view, title, nav, crumbs, scripts, wide, content);
	}
}
