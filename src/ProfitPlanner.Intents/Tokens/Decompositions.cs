using System.Text;

namespace ProfitPlanner.Intents.Tokens;

/// <summary>Characters without their accents: canonical decomposition, with the non-spacing marks (Mn) left out.</summary>
/// <remarks>
/// <c>string.Normalize</c> does nothing where globalization is invariant, as on the command line, throws at half a surrogate
/// pair, and follows the version of ICU on the machine. Source: Unicode Character Database 15, Decomposition_Mapping.
/// The order of spacing marks that have a combining class (some of Hangul's tones and of musical notation) is left as it is.
/// </remarks>
public static class Decompositions
{
    // Runs of characters, each by its first and by what the characters come to; a space where one stays as it is.
    private static readonly (int First, string Bases)[] Runs =
    [
        (0x00C0, "AAAAAA CEEEEIIII NOOOOO  UUUUY  aaaaaa ceeeeiiii nooooo  uuuuy yAaAaAaCcCcCcCcDd  EeEeEeEeEeGgGgGgGgH"),
        (0x0125, "h  IiIiIiIiI   JjKk LlLlLl    NnNnNn   OoOoOo  RrRrRrSsSsSsSsTtTt  UuUuUuUuUuUuWwYyYZzZzZz"),
        (0x01A0, "Oo"),
        (0x01AF, "Uu"),
        (0x01CD, "AaIiOoUuUuUuUuUu AaAaÆæ  GgKkOoOoƷ\u0292j   Gg  NnAaÆæØøAaAaEeEeIiIiOoOoRrRrUuUuSsTt  Hh      AaEeOoO"),
        (0x022D, "oOoOoYy"),
        (0x0374, "\u02B9"),
        (0x037E, ";      \u00A8Α\u00B7ΕΗΙ Ο ΥΩι"),
        (0x03AA, "ΙΥαεηιυ"),
        (0x03CA, "ιυουω    ϒϒ"),
        (0x0400, "ЕЕ Г   І    КИУ"),
        (0x0419, "И"),
        (0x0439, "и"),
        (0x0450, "ее г   і    киу"),
        (0x0476, "Ѵѵ"),
        (0x04C1, "Жж"),
        (0x04D0, "АаАа  Ее  ӘәЖжЗз  ИиИиОо  ӨөЭэУуУуУуЧч  Ыы"),
        (0x0622, "\u0627\u0627\u0648\u0627\u064A"),
        (0x06C0, "\u06D5 \u06C1"),
        (0x06D3, "\u06D2"),
        (0x0929, "\u0928       \u0930  \u0933"),
        (0x0958, "\u0915\u0916\u0917\u091C\u0921\u0922\u092B\u092F"),
        (0x09DC, "\u09A1\u09A2 \u09AF"),
        (0x0A33, "\u0A32  \u0A38"),
        (0x0A59, "\u0A16\u0A17\u0A1C  \u0A2B"),
        (0x0B48, "\u0B47"),
        (0x0B5C, "\u0B21\u0B22"),
        (0x0CC0, "\u0CD5      \u0CD5\u0CD6 \u0CC2"),
        (0x0DDA, "\u0DD9"),
        (0x0F43, "\u0F42"),
        (0x0F4D, "\u0F4C    \u0F51    \u0F56    \u0F5B"),
        (0x0F69, "\u0F40"),
        (0x1026, "\u1025"),
        (0x1B3B, "\u1B35 \u1B35     \u1B35"),
        (0x1E00, "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsS"),
        (0x1E65, "sSsSsTtTtTtTtUuUuUuUuUuVvVvWwWwWwWwWwXxXxYyZzZzZzhtwy ſ    AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIi"),
        (0x1ECA, "IiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy      ααααααααΑΑΑΑΑΑΑΑεεεεεε  ΕΕΕΕΕΕ  ηηηηηηηηΗΗΗΗΗΗΗ"),
        (0x1F2F, "ΗιιιιιιιιΙΙΙΙΙΙΙΙοοοοοο  ΟΟΟΟΟΟ  υυυυυυυυ Υ Υ Υ ΥωωωωωωωωΩΩΩΩΩΩΩΩααεεηηιιοουυωω  ααααααααΑΑΑΑΑΑΑΑηηηη"),
        (0x1F94, "ηηηηΗΗΗΗΗΗΗΗωωωωωωωωΩΩΩΩΩΩΩΩααααα ααΑΑΑΑΑ ι  \u00A8ηηη ηηΕΕΗΗΗ\u1FBF\u1FBF\u1FBFιιιι  ιιΙΙΙΙ \u1FFE\u1FFE"),
        (0x1FDF, "\u1FFEυυυυρρυυΥΥΥΥΡ\u00A8\u00A8`  ωωω ωωΟΟΩΩΩ\u00B4  \u2002\u2003"),
        (0x2126, "Ω   KA"),
        (0x219A, "←→"),
        (0x21AE, "↔"),
        (0x21CD, "⇐⇔⇒"),
        (0x2204, "∃    ∈  ∋"),
        (0x2224, "∣ ∥"),
        (0x2241, "∼  ≃  ≅ ≈"),
        (0x2260, "= ≡"),
        (0x226D, "≍<>≤≥  ≲≳  ≶≷      ≺≻  ⊂⊃  ⊆⊇"),
        (0x22AC, "⊢⊨⊩⊫"),
        (0x22E0, "≼≽⊑⊒      ⊲⊳⊴⊵"),
        (0x2329, "\u3008\u3009"),
        (0x2ADC, "\u2ADD"),
        (0x304C, "か き く け こ さ し す せ そ た ち  つ て と      はは ひひ ふふ へへ ほほ"),
        (0x3094, "う"),
        (0x309E, "ゝ"),
        (0x30AC, "カ キ ク ケ コ サ シ ス セ ソ タ チ  ツ テ ト      ハハ ヒヒ フフ ヘヘ ホホ"),
        (0x30F4, "ウ  ワヰヱヲ   ヽ"),
        (0xF900, "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻"),
        (0xF965, "便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳"),
        (0xF9CA, "流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀  塚 晴  凞猪益礼神祥福靖精羽 蘒 諸  逸都   飯飼館鶴郞"),
        (0xFA2F, "隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵\U000242EE舘  並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠"),
        (0xFA8B, "懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜\U0002284A\U00022844\U000233D5㮝䀘䀹"),
        (0xFAD5, "\U00025249\U00025CD0\U00027ED3齃龎"),
        (0xFB1D, "\u05D9 \u05F2"),
        (0xFB2A, "\u05E9\u05E9\u05E9\u05E9\u05D0\u05D0\u05D0\u05D1\u05D2\u05D3\u05D4\u05D5\u05D6 \u05D8\u05D9\u05DA\u05DB"),
        (0xFB3C, "\u05DC \u05DE \u05E0\u05E1 \u05E3\u05E4 \u05E6\u05E7\u05E8\u05E9\u05EA\u05D5\u05D1\u05DB\u05E4"),
        (0x1109A, "\U00011099 \U0001109B"),
        (0x110AB, "\U000110A5"),
        (0x114BB, "\U000114B9"),
        (0x2F800, "丽丸乁\U00020122你侮侻倂偺備僧像㒞\U0002063A免兔兤具\U0002051C㒹內再\U0002054B冗冤仌冬况\U000291DF凵刃㓟刻剆割剷㔕勇勉勤勺包匆北卉卑博即卽卿卿卿\U00020A2C"),
        (0x2F835, "灰及叟\U00020B63叫叱吆咞吸呈周咢哶唐啓啣善善喙喫喳嗂圖嘆圗噑噴切壮城埴堍型堲報墬\U000214E4売壷夆多夢奢\U000216A8\U000216EA姬娛娧姘婦㛮㛼嬈嬾嬾\U000219C8"),
        (0x2F86D, "寃寘寧寳\U00021B18寿将当尢㞁屠屮峀岍\U00021DE4嵃\U00021DE6嵮嵫嵼巡巢㠯巽帨帽幩㡢\U00022183㡼庰庳庶廊\U0002A392廾\U00022331\U00022331"),
        (0x2F893, "舁弢弢㣇\U000232B8\U000261DA形彫㣣徚忍志忹悁㤺㤜悔\U000226D4惇慈慌慎慌慺憎憲憤憯懞懲懶成戛扝抱拔捐\U00022B0C挽拼捨掃揤\U00022BF1搢揅掩㨮摩摾撝摷㩬敏敬\U0002300A"),
        (0x2F8CB, "旣書晉㬙暑㬈㫤冒冕最暜肭䏙朗望朡杞杓\U000233C3㭉柺枅桒梅\U0002346D梎栟椔㮝楂榣槪檨\U000236A3櫛㰘次\U000238A7歔㱎歲殟殺殻\U00023A8D\U00021D0B\U00023AFA"),
        (0x2F8FA, "汎\U00023CBC沿泍汧洖派海流浩浸涅\U00023D1E洴港湮㴳滋滇\U00023ED1淹潮\U00023F5E\U00023F8E濆瀹瀞瀛㶖灊災灷炭\U00020525煅\U00024263熜\U000243AB"),
        (0x2F920, "爨爵牐\U00024608犀犕\U00024735\U00024814獺王㺬玥㺸㺸瑇瑜瑱璅瓊㼛甤\U00024C36甾\U00024C92異\U0002219F瘐\U00024FA1\U00024FB8"),
        (0x2F93D, "\U00025044㿼䀈直\U000250F3\U000250F2\U00025119\U00025133眞真真睊䀹瞋䁆䂖\U0002541D硎碌磌䃣\U00025626祖\U0002569A\U000256C5"),
        (0x2F956, "福秫䄯穀穊穏\U0002597C\U00025AA7\U00025AA7竮䈂\U00025BAB篆築䈧\U00025C80糒䊠糨糣紀\U00025F86絣䌁緇縂繅䌴\U00026228\U00026247"),
        (0x2F974, "䍙\U000262D9罺\U0002633E羕翺者\U000264DA\U00026523聠\U000265A8聰\U0002335F䏕育脃䐋脾媵\U000267A7\U000267B5\U00023393"),
        (0x2F98A, "\U0002339C舁舄辞䑫芑芋芝劳花芳芽苦\U00026B3C若茝荣莭茣莽菧著荓菊菌菜\U00026C36\U00026D6B\U00026CD5䔫蓱蓳蔖\U000273CA蕤\U00026F2C䕝䕡"),
        (0x2F9B0, "\U00026FB1\U000270D2䕫虐虜虧虩蚩蚈蜎蛢蝹蜨蝫螆䗗蟡蠁䗹衠衣\U00027667裗裞䘵裺㒻\U000278AE\U00027966䚾䛇誠諭變豕\U00027CA8貫賁贛起\U00027F2F"),
        (0x2F9D9, "\U00020804跋趼跰\U000208DE軔輸\U000285D2\U000285ED邔郱鄑\U0002872E鄛鈸鋗鋘鉼鏹鐕\U00028BFA開䦕閷\U00028D77䧦雃嶲霣\U00029145"),
        (0x2F9F7, "\U0002921A䩮䩶韠\U0002940A䪲\U00029496頋頋頩\U000295B6飢䬳餩馧駂駾䯎\U00029B30鬒鱀鳽䳎䳭鵧\U0002A0CE䳸\U0002A105\U0002A20E"),
        (0x2FA14, "\U0002A291麻䵖黹黾鼅鼏鼖鼻\U0002A600"),
    ];

    // Those that come to several characters.
    private static readonly (int Character, string Parts)[] Several =
    [
        (0x09CB, "\u09C7\u09BE"), (0x09CC, "\u09C7\u09D7"), (0x0B4B, "\u0B47\u0B3E"), (0x0B4C, "\u0B47\u0B57"),
        (0x0B94, "\u0B92\u0BD7"), (0x0BCA, "\u0BC6\u0BBE"), (0x0BCB, "\u0BC7\u0BBE"), (0x0BCC, "\u0BC6\u0BD7"),
        (0x0CCB, "\u0CC2\u0CD5"), (0x0D4A, "\u0D46\u0D3E"), (0x0D4B, "\u0D47\u0D3E"), (0x0D4C, "\u0D46\u0D57"),
        (0x0DDC, "\u0DD9\u0DCF"), (0x0DDD, "\u0DD9\u0DCF"), (0x0DDE, "\u0DD9\u0DDF"), (0x1B06, "\u1B05\u1B35"),
        (0x1B08, "\u1B07\u1B35"), (0x1B0A, "\u1B09\u1B35"), (0x1B0C, "\u1B0B\u1B35"), (0x1B0E, "\u1B0D\u1B35"),
        (0x1B12, "\u1B11\u1B35"), (0x1B40, "\u1B3E\u1B35"), (0x1B41, "\u1B3F\u1B35"), (0x1134B, "\U00011347\U0001133E"),
        (0x1134C, "\U00011347\U00011357"), (0x114BC, "\U000114B9\U000114B0"), (0x114BE, "\U000114B9\U000114BD"), (0x115BA, "\U000115B8\U000115AF"),
        (0x115BB, "\U000115B9\U000115AF"), (0x11938, "\U00011935\U00011930"), (0x1D15E, "\U0001D157\U0001D165"), (0x1D15F, "\U0001D158\U0001D165"),
        (0x1D160, "\U0001D158\U0001D165\U0001D16E"), (0x1D161, "\U0001D158\U0001D165\U0001D16F"), (0x1D162, "\U0001D158\U0001D165\U0001D170"), (0x1D163, "\U0001D158\U0001D165\U0001D171"),
        (0x1D164, "\U0001D158\U0001D165\U0001D172"), (0x1D1BB, "\U0001D1B9\U0001D165"), (0x1D1BC, "\U0001D1BA\U0001D165"), (0x1D1BD, "\U0001D1B9\U0001D165\U0001D16E"),
        (0x1D1BE, "\U0001D1BA\U0001D165\U0001D16E"), (0x1D1BF, "\U0001D1B9\U0001D165\U0001D16F"), (0x1D1C0, "\U0001D1BA\U0001D165\U0001D16F"),
    ];

    private static readonly Dictionary<Rune, string> Parts = Index();

    /// <summary>What a character comes to; null where it stays as it is.</summary>
    public static string? Of(Rune rune)
    {
        // Hangul syllables are composed by rule: Unicode Standard, 3.12.
        const int first = 0xAC00, last = 0xD7A3, vowels = 21, trails = 28;
        if (rune.Value is < first or > last)
            return Parts.GetValueOrDefault(rune);
        var syllable = rune.Value - first;
        var (lead, vowel, trail) = (syllable / (vowels * trails), syllable / trails % vowels, syllable % trails);
        ReadOnlySpan<char> jamo = [(char)(0x1100 + lead), (char)(0x1161 + vowel), (char)(0x11A7 + trail)];
        return new string(trail == 0 ? jamo[..2] : jamo);
    }

    private static Dictionary<Rune, string> Index()
    {
        var index = new Dictionary<Rune, string>();
        foreach (var (first, bases) in Runs)
        {
            var character = first;
            foreach (var rune in bases.EnumerateRunes())
            {
                if (rune.Value != ' ')
                    index.Add(new Rune(character), rune.ToString());
                character++;
            }
        }
        foreach (var (character, parts) in Several)
            index.Add(new Rune(character), parts);
        return index;
    }
}
