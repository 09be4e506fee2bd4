package io.clearhold.gateway.json;

/** What text may come in: anything that UTF-8 can carry out again, except the zero character. */
final class TextRules {
    /** Characters of a key of metadata. */
    static final int NAME_LIMIT = 40;

    private TextRules() {}

    /** Whether a text may be a key of metadata. */
    static boolean isName(String name) {
        int characters = characters(new CharSpan().wrap(name.toCharArray(), 0, name.length()));
        return characters >= 1 && characters <= NAME_LIMIT;
    }

    /** The number of code points, or -1 if the text holds something that is no character. */
    static int characters(CharSpan text) {
        char[] array = text.array();
        int end = text.offset() + text.length();
        int characters = 0;
        for (int i = text.offset(); i < end; i++) {
            char c = array[i];
            if (c == 0) {
                return -1;
            }
            if (Character.isSurrogate(c)) {
                boolean pair =
                        Character.isHighSurrogate(c)
                                && i + 1 < end
                                && Character.isLowSurrogate(array[i + 1]);
                if (!pair) {
                    return -1;
                }
                i++;
            }
            characters++;
        }
        return characters;
    }
}
