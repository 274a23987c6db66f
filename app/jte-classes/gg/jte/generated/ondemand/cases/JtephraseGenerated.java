package gg.jte.generated.ondemand.cases;
import org.shuqi.paper.Paper;
@SuppressWarnings("unchecked")
public final class JtephraseGenerated {
	public static final String JTE_NAME = "cases/phrase.jte";
	public static final int[] JTE_LINE_INFO = {0,0,2,2,2,2,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,4,4,4,2,2,2,2};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, Paper.Phrase phrase) {
		if (phrase.language().isEmpty()) {
			jteOutput.writeContent("<span translate=\"no\">");
			jteOutput.setContext("span", null);
			jteOutput.writeUserContent(phrase.text());
			jteOutput.writeContent("</span>");
		} else {
			jteOutput.writeContent("<span class=\"data\"");
			var __jte_html_attribute_0 = phrase.language();
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
				jteOutput.writeContent(" lang=\"");
				jteOutput.setContext("span", "lang");
				jteOutput.writeUserContent(__jte_html_attribute_0);
				jteOutput.setContext("span", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">");
			jteOutput.setContext("span", null);
			jteOutput.writeUserContent(phrase.text());
			jteOutput.writeContent("</span>");
		}
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		Paper.Phrase phrase = (Paper.Phrase)params.get("phrase");
		render(jteOutput, jteHtmlInterceptor, phrase);
	}
}
