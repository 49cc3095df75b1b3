package io.marquee.ingest.wikitext;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/** The templates that bear text within sentences, and what they say in plain text. Others vanish. */
final class TextTemplates {

    private static final Map<String, BiConsumer<Arguments, StringBuilder>> KNOWN = new HashMap<>();

    static {
        know(
                (arguments, out) -> arguments.append(1, out),
                "nowrap, nobr, nobreak, nwr, avoid wrap, nobold, noitalic, small, smaller, big, large, larger, abbr, abbrv, "
                        + "tooltip, sc, sc2, smallcaps, sup, sub, vanchor, visible anchor, linktext, ill, illm, "
                        + "interlanguage link, unlinked, flag, flagu, flagcountry, sic, as written, not a typo, "
                        + "proper name, nihongo, nihongo2, nihongo4, nihongo foot, strong, em, bold, italic, mono, bdi");
        know((arguments, out) -> arguments.appendLast(out), "resize, color, font color, colour, font colour");
        know(
                TextTemplates::foreign,
                "lang, langx, native phrase, native name, transl, transliteration, iast, rtl-lang, script, nastaliq, "
                        + "nihongo3, polytonic, wikt-lang");
        know(
                (arguments, out) -> out.append(Marks.SOUND),
                "ipa, ipac-en, ipa-all, respell, pronunciation, audio, listen, pron, pron-en, usdict, audio-ipa, "
                        + "zh, korean, h:title");
        know((arguments, out) -> quote(arguments.value(1), out), "\", qq, qi");
        know((arguments, out) -> out.append("née ").append(arguments.value(1)), "née, nee");
        know(Measures::circa, "circa, c., ca., ca");
        know(Measures::fraction, "frac, sfrac");
        know(Measures::convert, "convert, cvt");
        know(Measures::number, "val");
        know(
                Dates::date,
                "birth date, birth date and age, bda, dob, birth-date, death date, death date and age, death-date, "
                        + "start date, start date and age, start-date, end date, end-date, date, dts, film date");
        know(Dates::asOf, "as of");
        know(
                (arguments, out) -> out.append(arguments.template().name().toUpperCase(Locale.ROOT))
                        .append(' ')
                        .append(arguments.value(1)),
                "uss, hms, ss, rms, mv, hmas, hmcs, usns, sms");
        know((arguments, out) -> joined(arguments, " ", out), "ship");
        know((arguments, out) -> joined(arguments, "-class ", out), "sclass, sclass2");
        money("US$", "usd, us$");
        money("£", "gbp, £, pound sterling");
        money("€", "eur, €, euro");
        money("A$", "aud, a$");
        money("C$", "cad, c$, can$");
        money("¥", "jpy, jp¥, ¥");
        money("₹", "inr, indian rupee, ₹");
        money("₩", "krw, ₩");
        say(
                "",
                "efn, efn-la, efn-ua, refn, sfn, sfnp, sfnm, r, rp, ref, citation needed, cn, fact, harv, harvnb, harvtxt, "
                        + "nbh, notetag, note, clarify, when, who, by whom, page needed, dubious, better source needed");
        say("–", "ndash, endash, en dash, –");
        say(" – ", "spaced ndash, snd, spnd, snds, spndash, spaced en dash");
        say("—", "mdash, emdash, em dash");
        say(" — ", "spaced mdash, spaced em dash");
        say("'", "', '-, -', apostrophe");
        say("'s", "'s");
        say(" ", "nbsp, space, spaces, thinsp, thin space, hair space, hairsp, nnbsp, ensp, emsp, br, break");
        say(" · ", "·, dot, middot, •, bullet, bull, \\");
        say("°", "deg, degree, degrees");
        say("×", "times");
        say("=", "=");
        say("ʻ", "okina, 'okina");
        say("...", "..., ellipsis");
        say("½", "half");
    }

    private TextTemplates() {}

    /** Appends what a template says, or a mark in its place. */
    static void append(Template template, String text, Plain plain, StringBuilder out) {
        String name = template.name();
        Arguments arguments = new Arguments(template, text, plain);
        BiConsumer<Arguments, StringBuilder> known = KNOWN.get(name);
        if (known != null) {
            known.accept(arguments, out);
        } else if (name.startsWith("lang-")) {
            foreign(arguments, out);
        } else {
            out.append(name.startsWith("ipa-") || name.startsWith("ipac-") ? Marks.SOUND : Marks.GONE);
        }
    }

    private static void foreign(Arguments arguments, StringBuilder out) {
        boolean nameTellsLanguage = arguments.template().name().startsWith("lang-");
        out.append(Marks.FOREIGN);
        // Behind the words {{lang-ja|…}} may have them in other letters.
        if (nameTellsLanguage) {
            arguments.append(1, out);
        } else {
            arguments.appendLast(out);
        }
    }

    private static void quote(String words, StringBuilder out) {
        out.append('"').append(words).append('"');
    }

    private static void joined(Arguments arguments, String between, StringBuilder out) {
        out.append(arguments.value(1)).append(between).append(arguments.value(2));
    }

    private static void say(String words, String names) {
        know((arguments, out) -> out.append(words), names);
    }

    private static void money(String sign, String names) {
        know((arguments, out) -> out.append(sign).append(arguments.value(1)), names);
    }

    private static void know(BiConsumer<Arguments, StringBuilder> saying, String names) {
        int start = 0;
        for (int comma = names.indexOf(", "); comma >= 0; comma = names.indexOf(", ", start)) {
            KNOWN.put(names.substring(start, comma), saying);
            start = comma + 2;
        }
        KNOWN.put(names.substring(start), saying);
    }
}
