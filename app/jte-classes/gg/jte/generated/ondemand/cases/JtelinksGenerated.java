package gg.jte.generated.ondemand.cases;
import java.util.List;
import org.shuqi.web.Crumb;
@SuppressWarnings("unchecked")
public final class JtelinksGenerated {
	public static final String JTE_NAME = "cases/links.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,3,3,3,3,4,4,4,4,4,4,4,5,5,5,3,3,3,3};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, List<Crumb> links) {
		for (int at = 0; at < links.size(); at++) {
			if (at > 0) {
				jteOutput.writeContent(" · ");
			}
			gg.jte.generated.ondemand.cases.JtelinkGenerated.render(jteOutput, jteHtmlInterceptor, links.get(at));
		}
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		List<Crumb> links = (List<Crumb>)params.get("links");
		render(jteOutput, jteHtmlInterceptor, links);
	}
}
