package gg.jte.generated.ondemand.part;
import java.util.List;
import org.shuqi.web.Fault;
import org.shuqi.web.View;
@SuppressWarnings("unchecked")
public final class JteerrorsGenerated {
	public static final String JTE_NAME = "part/errors.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,2,4,4,4,4,6,6,8,8,8,10,10,11,11,11,11,11,11,11,11,11,11,11,11,11,11,12,12,15,15,16,16,4,5,5,5,5};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, View view, List<Fault> faults) {
		if (!faults.isEmpty()) {
			jteOutput.writeContent("<div class=\"errors\" id=\"errors\" role=\"alert\" tabindex=\"-1\" data-focus>\n<h2>");
			jteOutput.setContext("h2", null);
			jteOutput.writeUserContent(view.t("layout.errors", faults.size()));
			jteOutput.writeContent("</h2>\n<ul>\n");
			for (var fault : faults) {
				jteOutput.writeContent("<li>");
				if (fault.field().isEmpty()) {
					jteOutput.setContext("li", null);
					jteOutput.writeUserContent(fault.message());
				} else {
					jteOutput.writeContent("<a href=\"#");
					jteOutput.setContext("a", "href");
					jteOutput.writeUserContent(fault.field());
					jteOutput.setContext("a", null);
					jteOutput.writeContent("\">");
					jteOutput.setContext("a", null);
					jteOutput.writeUserContent(fault.message());
					jteOutput.writeContent("</a>");
				}
				jteOutput.writeContent("</li>\n");
			}
			jteOutput.writeContent("</ul>\n</div>\n");
		}
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		View view = (View)params.get("view");
		List<Fault> faults = (List<Fault>)params.get("faults");
		render(jteOutput, jteHtmlInterceptor, view, faults);
	}
}
