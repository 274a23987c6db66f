package gg.jte.generated.ondemand.cases;
import org.shuqi.web.View;
import org.shuqi.web.cases.Due;
@SuppressWarnings("unchecked")
public final class JtedueGenerated {
	public static final String JTE_NAME = "cases/due.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,3,3,3,3,5,5,6,6,7,7,7,7,7,7,9,9,9,9,9,9,10,10,10,3,4,4,4,4};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, View view, Due due) {
		gg.jte.generated.ondemand.part.JtebadgeGenerated.render(jteOutput, jteHtmlInterceptor, due.badge());
		jteOutput.writeContent("\n<span class=\"soft\">");
		gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, due.clock());
		jteOutput.writeContent("\n");
		for (var law : due.law()) {
			jteOutput.writeContent("· ");
			gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, law);
			jteOutput.writeContent(" ");
		}
		jteOutput.writeContent("\n</span>\n");
		for (var remark : due.remarks()) {
			jteOutput.writeContent("<br><small>");
			gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, remark);
			jteOutput.writeContent("</small>");
		}
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		View view = (View)params.get("view");
		Due due = (Due)params.get("due");
		render(jteOutput, jteHtmlInterceptor, view, due);
	}
}
