using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using PhoneNumbers;

namespace ProfitPlanner.Application.Privacy.Rules;

/// <summary>What a number is by its digits alone.</summary>
internal static partial class NumberShapes
{
    private const int FewestCardDigits = 13;
    private const int MostCardDigits = 19;
    private const int FewestPhoneDigits = 7;
    private const int MostPhoneDigits = 15;
    private const int IdentityCardDigits = 18;

    // Where a number without a country's code may be from.
    private static readonly string[] Regions = ["US", "CN", "IN", "GB", "DE", "FR"];

    // Weights of the first 17 digits modulo 11, and what the remainder is written as (GB 11643, ISO 7064).
    private static readonly int[] IdentityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private const string IdentityChecks = "10X98765432";

    /// <summary>The card's check digit (Luhn), and as many digits as cards have.</summary>
    public static bool IsCard(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < FewestCardDigits or > MostCardDigits)
            return false;
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit;
        }
        return sum % 10 == 0 && digits.ContainsAnyExcept('0');
    }

    /// <summary>A Chinese identity card's number with its check, the last place of which may be an X.</summary>
    public static bool IsIdentityCard(ReadOnlySpan<char> number)
    {
        if (number.Length != IdentityCardDigits)
            return false;
        var sum = 0;
        for (var i = 0; i < IdentityWeights.Length; i++)
            if (char.IsAsciiDigit(number[i]))
                sum += IdentityWeights[i] * (number[i] - '0');
            else
                return false;
        return char.ToUpperInvariant(number[^1]) == IdentityChecks[sum % 11];
    }

    /// <summary>An international bank account number with its check (ISO 13616).</summary>
    public static bool IsIban(ReadOnlySpan<char> written)
    {
        var remainder = BigInteger.Zero;
        var compact = string.Concat(written.ToString().Where(c => c != ' ')).ToUpperInvariant();
        if (compact.Length is < 15 or > 34)
            return false;
        foreach (var c in compact[4..] + compact[..4])
            remainder = c is >= 'A' and <= 'Z' ? (remainder * 100 + (c - 'A' + 10)) % 97 : (remainder * 10 + (c - '0')) % 97;
        return remainder == 1;
    }

    /// <summary>A number that some country could have given to a telephone.</summary>
    /// <param name="digits">ASCII digits.</param>
    /// <param name="isInternational">Begins with its country's code.</param>
    public static bool IsPhone(ReadOnlySpan<char> digits, bool isInternational)
    {
        if (digits.Length is < FewestPhoneDigits or > MostPhoneDigits)
            return false;
        var phones = PhoneNumberUtil.GetInstance();
        if (isInternational)
            return IsValid(phones, $"+{digits}", "ZZ");
        if (digits.Length < 10)
            return false;
        var national = digits.ToString();
        return Regions.Any(region => IsValid(phones, national, region));
    }

    /// <summary>"123-45-6789".</summary>
    public static bool IsSocialSecurity(ReadOnlySpan<char> written) => SocialSecurity().IsMatch(written);

    /// <summary>Parted as telephone numbers are.</summary>
    public static bool IsWrittenAsPhone(ReadOnlySpan<char> written, int digits) =>
        digits is >= FewestPhoneDigits and <= MostPhoneDigits - 3 && written.ContainsAny("-. ()");

    /// <summary>Groups of digits as telephones, cards and social-security numbers are written: they belong together.</summary>
    public static bool BelongTogether(ReadOnlySpan<int> groups) => groups switch
    {
        [3, 3, 4] or [3, 4, 4] or [3, 4] or [5, 5] or [5, 6] or [4, 3, 3] or [4, 3, 4] or [4, 6] => true,
        [1 or 2 or 3, 3, 3, 4] or [1 or 2 or 3, 3, 4, 4] or [2, 5, 5] or [2, 4, 3, 3] or [2, 4, 6] or [3, 4, 3] or [3, 2, 3, 4] => true,
        [2, 2, 2, 2, 2] or [2, 1, 2, 2, 2, 2] or [4, 4, 4, 4] or [4, 4, 4, 4, 1 or 2 or 3] or [4, 6, 5] or [3, 2, 4] => true,
        _ => false,
    };

    /// <summary>A day, a time, a span of years: what is written with numbers and is no identifier.</summary>
    public static bool IsDateOrTime(ReadOnlySpan<char> word) => DateOrTime().IsMatch(word) && (!word.ContainsAny('-', '/') || IsPlausible(word));

    /// <summary>A date without punctuation: "20191106", "11062019".</summary>
    public static bool IsCompactDate(ReadOnlySpan<char> digits) =>
        digits.Length == 8 && (DateTime.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || DateTime.TryParseExact(digits, "MMddyyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
            || DateTime.TryParseExact(digits, "ddMMyyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)) && date.Year is >= 1990 and < 2050;

    /// <summary>"12,500", "1,234,567.89", "12500.50".</summary>
    public static bool IsAmount(ReadOnlySpan<char> word) => Amount().IsMatch(word);

    private static bool IsValid(PhoneNumberUtil phones, string number, string region)
    {
        try
        {
            return phones.IsValidNumber(phones.Parse(number, region));
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    private static bool IsPlausible(ReadOnlySpan<char> date)
    {
        var large = 0;
        foreach (var part in date.SplitAny('-', '/'))
            large += int.TryParse(date[part], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 31 && date[part].Length < 4 ? 1 : 0;
        return large <= 1;
    }

    [GeneratedRegex(@"^(?:(?:19|20)[0-9]{2}[-/.][0-9]{1,2}(?:[-/.][0-9]{1,2})?|[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:(?:19|20)?[0-9]{2})|[0-9]{1,2}[-/](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}[-/](?:19|20)?[0-9]{2}|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:-[0-9]{1,2}:[0-9]{2})?)$")]
    private static partial Regex DateOrTime();

    [GeneratedRegex("^[0-9]{3}[- ][0-9]{2}[- ][0-9]{4}$")]
    private static partial Regex SocialSecurity();

    [GeneratedRegex(@"^[0-9]{1,3}(?:,[0-9]{2,3})+(?:\.[0-9]+)?$|^[0-9]+\.[0-9]{1,2}$|^[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]{1,2})$")]
    private static partial Regex Amount();
}
