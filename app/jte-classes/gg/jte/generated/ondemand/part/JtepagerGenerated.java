package gg.jte.generated.ondemand.part;
import org.shuqi.web.Pager;
import org.shuqi.web.View;
@SuppressWarnings("unchecked")
public final class JtepagerGenerated {
	public static final String JTE_NAME = "part/pager.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,2,2,2,2,4,4,4,4,4,4,4,4,4,4,5,5,5,6,6,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,9,9,9,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,12,12,14,14,14,2,3,3,3,3};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, View view, Pager pager) {
		jteOutput.writeContent("<nav class=\"pager\"");
		var __jte_html_attribute_0 = view.t("layout.pages");
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
			jteOutput.writeContent(" aria-label=\"");
			jteOutput.setContext("nav", "aria-label");
			jteOutput.writeUserContent(__jte_html_attribute_0);
			jteOutput.setContext("nav", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent(">\n<p>");
		jteOutput.setContext("p", null);
		jteOutput.writeUserContent(view.t("layout.rows", view.number(pager.first()), view.number(pager.last()), view.number(pager.total())));
		jteOutput.writeContent("</p>\n");
		if (pager.pages() > 1) {
			jteOutput.writeContent("<ul>\n");
			if (pager.hasPrevious()) {
				jteOutput.writeContent("<li><a rel=\"prev\"");
				var __jte_html_attribute_1 = view.with("page", String.valueOf(pager.page() - 1));
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
					jteOutput.writeContent(" href=\"");
					jteOutput.setContext("a", "href");
					jteOutput.writeUserContent(__jte_html_attribute_1);
					jteOutput.setContext("a", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(">");
				jteOutput.setContext("a", null);
				jteOutput.writeUserContent(view.t("layout.previous"));
				jteOutput.writeContent("</a></li>");
			}
			jteOutput.writeContent("\n<li>");
			jteOutput.setContext("li", null);
			jteOutput.writeUserContent(view.t("layout.page", view.number(pager.page()), view.number(pager.pages())));
			jteOutput.writeContent("</li>\n");
			if (pager.hasNext()) {
				jteOutput.writeContent("<li><a rel=\"next\"");
				var __jte_html_attribute_2 = view.with("page", String.valueOf(pager.page() + 1));
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_2)) {
					jteOutput.writeContent(" href=\"");
					jteOutput.setContext("a", "href");
					jteOutput.writeUserContent(__jte_html_attribute_2);
					jteOutput.setContext("a", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(">");
				jteOutput.setContext("a", null);
				jteOutput.writeUserContent(view.t("layout.next"));
				jteOutput.writeContent("</a></li>");
			}
			jteOutput.writeContent("\n</ul>\n");
		}
		jteOutput.writeContent("</nav>\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		View view = (View)params.get("view");
		Pager pager = (Pager)params.get("pager");
		render(jteOutput, jteHtmlInterceptor, view, pager);
	}
}
