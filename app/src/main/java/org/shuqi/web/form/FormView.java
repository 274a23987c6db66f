package org.shuqi.web.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuqi.form.Answers;
import org.shuqi.form.Choice;
import org.shuqi.form.Choices;
import org.shuqi.form.Field;
import org.shuqi.form.Form;
import org.shuqi.form.Mistake;
import org.shuqi.problem.Text;
import org.shuqi.web.Combo;
import org.shuqi.web.Fault;
import org.shuqi.web.Posted;
import org.shuqi.web.Said;

/** A form as it is filled in, for {@code form/fields.jte}. Draw it while the snapshot of its choices is open. */
public final class FormView {

    /** Up to so many values are shown at once, each with its button; more in a list that opens. */
    private static final int SHOWN = 5;

    private static final Pattern TECHNICAL = Pattern.compile("W3C |RFC ");

    private final Form form;
    private final Answers answers;
    private final Choices choices;
    private final List<Mistake> mistakes;
    private final Locale reader;
    private final Optional<String> focus;

    private FormView(
            Form form,
            Answers answers,
            Choices choices,
            List<Mistake> mistakes,
            Locale reader,
            Optional<String> focus) {
        this.form = form;
        this.answers = answers;
        this.choices = choices;
        this.mistakes = List.copyOf(mistakes);
        this.reader = reader;
        this.focus = focus;
    }

    /** A form with what is filled in and what is wrong with it. */
    public static FormView of(Form form, Answers answers, Choices choices, List<Mistake> mistakes, Locale reader) {
        return new FormView(form, answers, choices, mistakes, reader, Optional.empty());
    }

    /** The same, where the browser begins in the last of the parts. */
    public FormView atLast(String key) {
        var parts = answers.parts(key);
        return new FormView(
                form,
                answers,
                choices,
                mistakes,
                reader,
                parts.isEmpty() ? Optional.empty() : Optional.of(key + "." + parts.get(parts.size() - 1) + "."));
    }

    /** What a page has sent back. */
    public static Answers answers(Posted posted) {
        var inputs = new LinkedHashMap<String, List<String>>();
        posted.names().forEach(name -> inputs.put(name, posted.all(name)));
        return Answers.of(inputs);
    }

    /** What is filled in after a button that adds a part or takes one away; empty if none was pressed. */
    static Optional<Answers> rearranged(Posted posted, Answers answers) {
        return posted.find("add").map(answers::withPart).or(() -> posted.find("remove")
                .map(answers::withoutPart));
    }

    /** What is drawn. */
    public Form form() {
        return form;
    }

    /** What is filled in. */
    public Answers answers() {
        return answers;
    }

    /** What the field may have, with what it has if that is not among it; none if it is looked up by name. */
    public List<Choice> options(Field field, String input) {
        var listed = choices.of(field);
        var strange = answers.all(input).stream()
                .filter(said ->
                        listed.stream().noneMatch(choice -> choice.value().equals(said)))
                .map(choices::choice);
        return listed.isEmpty()
                ? List.of()
                : java.util.stream.Stream.concat(listed.stream(), strange).toList();
    }

    /** Whether it is chosen and not typed. */
    public boolean isChosen(Field field) {
        return field.widget().isOfThings() && choices.areFew(field);
    }

    /** Whether all values stand on the page, each with a box or a button. */
    public boolean isShown(Field field, String before) {
        return field.many() || (before.isEmpty() && choices.of(field).size() <= SHOWN && field.needed());
    }

    /** Whether the boxes fold away: there are many of them. */
    public boolean isFolded(Field field) {
        return choices.of(field).size() > 12;
    }

    /** What a typed field shows for each thing it names, and an empty place for one more if it may have several. */
    public List<String> typed(Field field, String input) {
        var said = answers.all(input).stream().map(value -> shown(field, value)).toList();
        return field.many() || said.isEmpty()
                ? java.util.stream.Stream.concat(said.stream(), java.util.stream.Stream.of(""))
                        .toList()
                : said;
    }

    /** The name with the code, as type-ahead puts it; what was written, if it names nothing. */
    private String shown(Field field, String value) {
        if (!field.widget().isOfThings() || !value.contains(":")) {
            return value;
        }
        var choice = choices.choice(value);
        var name = said(choice).text();
        var shown = choice.code().isEmpty() ? name : name + " [" + choice.code() + "]";
        // what would not be understood when it comes back stays as it is kept
        return choices.means(field, shown, value) ? shown : value;
    }

    /** Where scripts ask what could be meant in the field; nothing if the search does not know such things. */
    public @Nullable String source(Field field) {
        return Picked.source(field).map(Combo::source).orElse(null);
    }

    /** What a value is called, in the language of the reader if it can. */
    public Said said(Choice choice) {
        return said(choice, reader);
    }

    /** What a value is called, in the language of a reader if it can, else in another, else by its code. */
    public static Said said(Choice choice, Locale reader) {
        return said(choice.name(), choice.value(), reader);
    }

    /** The article or the national standard behind a field; the technical ones tell nothing to who fills it in. */
    public Optional<Said> law(Field field) {
        return field.law()
                .map(choices::choice)
                .filter(law -> !TECHNICAL.matcher(law.code()).lookingAt())
                .map(this::said);
    }

    private static Said said(Text name, String otherwise, Locale reader) {
        var english = reader.getLanguage().equals("en");
        if (english && !name.en().isEmpty()) {
            return new Said(name.en(), "en");
        }
        if (!name.zh().isEmpty()) {
            return new Said(name.zh(), "zh");
        }
        return name.en().isEmpty()
                ? Said.code(otherwise.substring(Math.max(otherwise.lastIndexOf('/'), otherwise.lastIndexOf('#')) + 1))
                : new Said(name.en(), "en");
    }

    /** What is wrong with an input. */
    public List<String> faults(String input) {
        return mistakes.stream()
                .filter(mistake -> mistake.stops() && mistake.input().equals(input))
                .map(mistake -> mistake.message().in(reader))
                .toList();
    }

    /** All that has to be mended, with the inputs it is about. */
    public List<Fault> summary() {
        return mistakes.stream()
                .filter(Mistake::stops)
                .map(mistake ->
                        new Fault(mistake.input().isEmpty() ? "" : "f-" + mistake.input(), sentence(mistake, reader)))
                .toList();
    }

    /** A mistake with the name of its field before it. */
    public static String sentence(Mistake mistake, Locale reader) {
        var field = mistake.field().in(reader);
        var message = mistake.message().in(reader);
        return field.isEmpty() ? message : field + (reader.getLanguage().equals("en") ? ": " : "：") + message;
    }

    /** Whether the browser is to begin at this part. */
    public boolean beginsAt(String before) {
        return focus.filter(before::equals).isPresent();
    }

    /** Where the values of an input stand, numbered, for the labels of boxes. */
    public Map<Integer, Choice> numbered(Field field, String input) {
        var numbered = new LinkedHashMap<Integer, Choice>();
        options(field, input).forEach(choice -> numbered.put(numbered.size(), choice));
        return numbered;
    }
}
