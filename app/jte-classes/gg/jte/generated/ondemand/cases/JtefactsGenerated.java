package gg.jte.generated.ondemand.cases;
import java.util.List;
import org.shuqi.web.cases.CasePage;
@SuppressWarnings("unchecked")
public final class JtefactsGenerated {
	public static final String JTE_NAME = "cases/facts.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,3,3,3,3,5,5,5,6,6,6,6,7,7,9,9,9,3,3,3,3};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, List<CasePage.Fact> facts) {
		jteOutput.writeContent("<dl class=\"facts\">\n");
		for (var fact : facts) {
			jteOutput.writeContent("<dt>");
			gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, fact.label());
			jteOutput.writeContent("</dt><dd>");
			gg.jte.generated.ondemand.cases.JtelinksGenerated.render(jteOutput, jteHtmlInterceptor, fact.values());
			jteOutput.writeContent("</dd>\n");
		}
		jteOutput.writeContent("</dl>\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		List<CasePage.Fact> facts = (List<CasePage.Fact>)params.get("facts");
		render(jteOutput, jteHtmlInterceptor, facts);
	}
}
