package studio.fanz.core.caption;

import java.util.List;
import java.util.Map;
import java.util.Random;

/// Words of many kinds of writing, some of them nasty.
final class RandomWords {

    private static final Map<String, String> VOCABULARIES = Map.of(
            "ja", "今日は ロケット を 作り ます。 とても、 長い 文章 です が 読め ますか？ 🚀 iPhone っ 」",
            "zh", "今天 我们 做 一个 火箭， 的 非常 长 句子。 你好！ 3 公里 AI",
            "th", "สวัสดี ครับ วันนี้ เรา จะ ทำ จรวด ที่ยาวมากๆ และ ดี",
            "hi", "नमस्ते दोस्तों, आज हम रॉकेट का परीक्षण करेंगे। क्षि बहुत में",
            "ar", "مرحباً بكم، اليوم في الورشة سنبني صاروخاً صغيراً. و ١٢",
            "he", "שלום לכולם, היום נבנה טיל של ממש. 3 על",
            "ko", "안녕하세요 여러분, 오늘은 로켓을 만들어 봅시다. 아주 긴");

    private static final String LATIN = "the a of we going workshop, rocket. Mr. Smith 20 km $12.50 and well-known is! "
            + "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft 👩‍🚀 café um… \"Yes?\" I";

    private RandomWords() {}

    static String word(String language, Random random) {
        List<String> words = List.of(VOCABULARIES.getOrDefault(language, LATIN).split(" "));
        String word = words.get(random.nextInt(words.size()));
        boolean glued = random.nextInt(25) == 0;
        return glued ? word + word + word + word + word : word;
    }

    static String blank(String language) {
        return List.of("ja", "zh", "th").contains(language) ? "" : " ";
    }
}
