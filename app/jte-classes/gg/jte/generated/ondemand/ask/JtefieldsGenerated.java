package gg.jte.generated.ondemand.ask;
import org.shuqi.web.Combo;
import org.shuqi.web.View;
@SuppressWarnings("unchecked")
public final class JtefieldsGenerated {
	public static final String JTE_NAME = "ask/fields.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,3,3,3,3,8,8,8,9,9,10,10,12,12,12,3,4,5,6,6,6,6};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, View view, Combo recipient, Combo dataset, Combo purpose) {
		jteOutput.writeContent("<div class=\"columns\">\n");
		gg.jte.generated.ondemand.part.JtecomboGenerated.render(jteOutput, jteHtmlInterceptor, view, recipient);
		jteOutput.writeContent("\n");
		gg.jte.generated.ondemand.part.JtecomboGenerated.render(jteOutput, jteHtmlInterceptor, view, dataset);
		jteOutput.writeContent("\n");
		gg.jte.generated.ondemand.part.JtecomboGenerated.render(jteOutput, jteHtmlInterceptor, view, purpose);
		jteOutput.writeContent("\n</div>\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		View view = (View)params.get("view");
		Combo recipient = (Combo)params.get("recipient");
		Combo dataset = (Combo)params.get("dataset");
		Combo purpose = (Combo)params.get("purpose");
		render(jteOutput, jteHtmlInterceptor, view, recipient, dataset, purpose);
	}
}
