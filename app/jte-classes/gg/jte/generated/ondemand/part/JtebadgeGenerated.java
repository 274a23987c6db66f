package gg.jte.generated.ondemand.part;
import org.shuqi.web.Badge;
@SuppressWarnings("unchecked")
public final class JtebadgeGenerated {
	public static final String JTE_NAME = "part/badge.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,1,1,1,2,2,2,2,2,2,2,2,2,2,3,3,3,1,1,1,1};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, Badge badge) {
		jteOutput.writeContent("<span class=\"badge ");
		jteOutput.setContext("span", "class");
		jteOutput.writeUserContent(badge.tone().style());
		jteOutput.setContext("span", null);
		jteOutput.writeContent("\"><span aria-hidden=\"true\">");
		jteOutput.setContext("span", null);
		jteOutput.writeUserContent(badge.tone().sign());
		jteOutput.writeContent("</span> ");
		gg.jte.generated.ondemand.part.JtesaidGenerated.render(jteOutput, jteHtmlInterceptor, badge.said());
		jteOutput.writeContent("</span>\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		Badge badge = (Badge)params.get("badge");
		render(jteOutput, jteHtmlInterceptor, badge);
	}
}
