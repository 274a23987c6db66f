package gg.jte.generated.ondemand.part;
import gg.jte.Content;
@SuppressWarnings("unchecked")
public final class JteemptyGenerated {
	public static final String JTE_NAME = "part/empty.jte";
	public static final int[] JTE_LINE_INFO = {0,0,2,2,2,2,4,4,4,4,4,4,4,4,4,4,4,5,5,5,2,3,3,3,3};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, String says, Content next) {
		jteOutput.writeContent("<div class=\"empty\"><p>");
		jteOutput.setContext("p", null);
		jteOutput.writeUserContent(says);
		jteOutput.writeContent("</p>");
		if (next != null) {
			jteOutput.writeContent("<p>");
			jteOutput.setContext("p", null);
			jteOutput.writeUserContent(next);
			jteOutput.writeContent("</p>");
		}
		jteOutput.writeContent("</div>\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		String says = (String)params.get("says");
		Content next = (Content)params.getOrDefault("next", null);
		render(jteOutput, jteHtmlInterceptor, says, next);
	}
}
