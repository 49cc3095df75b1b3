package io.marquee.processor.titles;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a title: letters and digits of any script, without accents, case and punctuation, with {@code &} spelt out.
 *
 * @param words in their order
 */
public record TitleWords(List<String> words) {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    /** Marks that stand within words: O'Hara, S.W.A.T., WALL·E, M*A*S*H, 20,000. */
    private static final String WITHIN_WORDS = "'’.·*,";

    private static final Set<String> ARTICLES = Set.of("the", "a", "an");

    /** Numerals as titles have them, and words that are written short as often; {@code i} alone is the pronoun. */
    private static final Map<String, String> SAME = same("""
            ii 2 iii 3 iv 4 v 5 vi 6 vii 7 viii 8 ix 9 x 10 xi 11 xii 12 xiii 13
            one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90 hundred 100 thousand 1000
            vs versus dr doctor mr mister st saint
            """);

    /** Takes a title apart. */
    public static TitleWords of(String title) {
        String folded = isPlain(title) ? title.toLowerCase(Locale.ROOT) : fold(title);
        String spelt = folded.replace("&", " and ");
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < spelt.length(); i++) {
            char character = spelt.charAt(i);
            if (isOfWord(character)) {
                word.append(character);
            } else if (!isWithinWord(spelt, i) && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return new TitleWords(words);
    }

    private static boolean isOfWord(char character) {
        // Letters beyond the first plane come in two surrogates.
        return Character.isLetterOrDigit(character) || Character.isSurrogate(character) || isNumber(character);
    }

    private static boolean isNumber(char character) {
        int type = Character.getType(character);
        return type == Character.OTHER_NUMBER || type == Character.LETTER_NUMBER;
    }

    private static boolean isWithinWord(String text, int i) {
        return WITHIN_WORDS.indexOf(text.charAt(i)) >= 0
                && i > 0
                && i + 1 < text.length()
                && (text.charAt(i) == ','
                        ? Character.isDigit(text.charAt(i - 1)) && Character.isDigit(text.charAt(i + 1))
                        : Character.isLetter(text.charAt(i - 1)) && Character.isLetter(text.charAt(i + 1)));
    }

    /** All words together. */
    public String folded() {
        return String.join("", words);
    }

    /** All words together but for articles and "part" before a number, numerals as digits. */
    public String plain() {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            String word = SAME.getOrDefault(words.get(i), words.get(i));
            boolean beforeNumber = i + 1 < words.size()
                    && Character.isDigit(SAME.getOrDefault(words.get(i + 1), words.get(i + 1))
                            .charAt(0));
            if (!ARTICLES.contains(word) && !(word.equals("part") && beforeNumber)) {
                plain.append(word);
            }
        }
        return plain.isEmpty() ? folded() : plain.toString();
    }

    private static Map<String, String> same(String pairs) {
        String[] words = pairs.strip().split("\\s+", -1);
        Map<String, String> same = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            same.put(words[i], words[i + 1]);
        }
        return Map.copyOf(same);
    }

    private static String fold(String title) {
        String lower = Normalizer.normalize(title, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return MARKS.matcher(lower)
                .replaceAll("")
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("ø", "o")
                .replace("œ", "oe")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ð", "d");
    }

    private static boolean isPlain(String title) {
        for (int i = 0; i < title.length(); i++) {
            if (title.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
