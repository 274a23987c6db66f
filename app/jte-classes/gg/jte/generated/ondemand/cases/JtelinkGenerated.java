package gg.jte.generated.ondemand.cases;
import org.shuqi.web.Crumb;
@SuppressWarnings("unchecked")
public final class JtelinkGenerated {
	public static final String JTE_NAME = "cases/link.jte";
	public static final int[] JTE_LINE_INFO = {0,0,2,2,2,2,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,4,4,4,2,2,2,2};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, Crumb link) {
		if (link.address().isEmpty()) {
			gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, link.name());
		} else {
			jteOutput.writeContent("<a");
			var __jte_html_attribute_0 = link.address();
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
				jteOutput.writeContent(" href=\"");
				jteOutput.setContext("a", "href");
				jteOutput.writeUserContent(__jte_html_attribute_0);
				jteOutput.setContext("a", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">");
			gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, link.name());
			jteOutput.writeContent("</a>");
		}
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		Crumb link = (Crumb)params.get("link");
		render(jteOutput, jteHtmlInterceptor, link);
	}
}
