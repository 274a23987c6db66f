package gg.jte.generated.ondemand.part;
import org.shuqi.web.Said;
@SuppressWarnings("unchecked")
public final class JtesaidGenerated {
	public static final String JTE_NAME = "part/said.jte";
	public static final int[] JTE_LINE_INFO = {0,0,2,2,2,2,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,4,4,4,2,2,2,2};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, Said said) {
		if (said.language().isEmpty()) {
			jteOutput.writeContent("<span translate=\"no\">");
			jteOutput.setContext("span", null);
			jteOutput.writeUserContent(said.text());
			jteOutput.writeContent("</span>");
		} else {
			jteOutput.writeContent("<span");
			var __jte_html_attribute_0 = said.language();
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
				jteOutput.writeContent(" lang=\"");
				jteOutput.setContext("span", "lang");
				jteOutput.writeUserContent(__jte_html_attribute_0);
				jteOutput.setContext("span", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">");
			jteOutput.setContext("span", null);
			jteOutput.writeUserContent(said.text());
			jteOutput.writeContent("</span>");
		}
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		Said said = (Said)params.get("said");
		render(jteOutput, jteHtmlInterceptor, said);
	}
}
