using System.Collections.Frozen;

namespace ProfitPlanner.Application.Privacy.Rules;

/// <summary>Words that say what a number is.</summary>
internal static class NumberCues
{
    // How many characters before a number Chinese is looked at.
    private const int Reach = 12;

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Kinds = new Dictionary<string, string>
    {
        [PersonalKind.Account] = "account acct acc ac a/c accounts routing member membership customer client policy user userid username login wallet account's imei",
        [PersonalKind.Card] = "card cards credit debit visa mastercard amex cvv cvc",
        [PersonalKind.Ssn] = "ssn social passport licence license aadhaar aadhar ssn's",
        [PersonalKind.Order] = "order booking confirmation reservation reference ref tracking invoice case ticket pnr shipment transaction serial receipt conformation",
        [PersonalKind.Phone] = "phone mobile cell telephone tel call contact fax whatsapp dial cellphone ph",
        [PersonalKind.Address] = "zip zipcode postcode pincode postal",
        [PersonalKind.Password] = "password passcode passward pin otp pwd passwd pass-code",
    }.SelectMany(kind => kind.Value.Split(' ').Select(word => (word, kind.Key))).ToFrozenDictionary(pair => pair.word, pair => pair.Key, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly (string Word, string Kind)[] Chinese =
    [
        ("身份证", PersonalKind.Ssn), ("护照", PersonalKind.Ssn), ("银行卡", PersonalKind.Card), ("信用卡", PersonalKind.Card), ("卡号", PersonalKind.Card),
        ("订单", PersonalKind.Order), ("单号", PersonalKind.Order), ("工单", PersonalKind.Order), ("电话", PersonalKind.Phone), ("手机", PersonalKind.Phone),
        ("账号", PersonalKind.Account), ("帐号", PersonalKind.Account), ("账户", PersonalKind.Account), ("用户名", PersonalKind.Account), ("会员", PersonalKind.Account),
        ("微信", PersonalKind.Account), ("邮编", PersonalKind.Address), ("密码", PersonalKind.Password), ("验证码", PersonalKind.Password), ("QQ", PersonalKind.Account),
    ];

    /// <summary>Says that a number is an amount, a quantity, and no identifier.</summary>
    public static Lexicon Amounts { get; } = new(
        "transfer pay paid amount balance deposit withdraw cost costs price priced worth limit budget salary total fee fees charged charge refund refunded spend spent earn income revenue sum minimum maximum over under about approximately nearly roughly around than usd rs inr eur gbp rmb cny hkd sgd aud cad us$ dollars euros pounds for");

    /// <summary>Says of the number before it that it is an amount or a quantity.</summary>
    public static Lexicon Units { get; } = new(
        "dollars dollar dollors doller bucks usd euros euro eur pounds pound gbp rs rupees rupee inr yen rmb yuan cents cad aud percent users customers people persons tickets units pieces pcs items licenses licences seats employees members times days hours minutes seconds weeks months years year km miles mile meters metres feet sqft words characters pages rows records points steps followers views calories kg lbs products copies transactions orders turns visits downloads");

    /// <summary>Says that some number follows, but not which.</summary>
    public static Lexicon Unspecific { get; } = new("no number num numbers id ids digits digit code nr numer # four last number's nos");

    /// <summary>Which kind of number a word speaks of; null where it speaks of none.</summary>
    public static string? KindOf(ReadOnlySpan<char> word) => Kinds.TryGetValue(word, out var kind) ? kind : null;

    /// <summary>The same of Chinese that ends at a place.</summary>
    public static string? KindBefore(ReadOnlySpan<char> text, int end)
    {
        var near = text[Math.Max(0, end - Reach)..end];
        var (place, kind) = (-1, (string?)null);
        foreach (var (word, its) in Chinese)
            if (near.LastIndexOf(word) is var at && at > place)
                (place, kind) = (at, its);
        return kind;
    }
}
