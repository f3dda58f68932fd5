using System.Collections.Frozen;

namespace ProfitPlanner.Application.Privacy;

/// <summary>Which personal data something is: the word of its placeholder.</summary>
public static class PersonalKind
{
    /// <summary>Of a person.</summary>
    public const string Name = "name";

    /// <summary>An e-mail address.</summary>
    public const string Email = "email";

    /// <summary>A telephone number.</summary>
    public const string Phone = "phone";

    /// <summary>A payment card's number, or digits of it.</summary>
    public const string Card = "card";

    /// <summary>An account's number, a user name, a handle.</summary>
    public const string Account = "account";

    /// <summary>An international bank account number.</summary>
    public const string Iban = "iban";

    /// <summary>What a state numbers people by: social security, identity card, passport.</summary>
    public const string Ssn = "ssn";

    /// <summary>Where somebody lives.</summary>
    public const string Address = "address";

    /// <summary>An order, a booking, a case: what a business numbers its dealings by.</summary>
    public const string Order = "order";

    /// <summary>An internet address of a machine.</summary>
    public const string Ip = "ip";

    /// <summary>A link that opens something for whoever has it.</summary>
    public const string Url = "url";

    /// <summary>A password, PIN or one-time code.</summary>
    public const string Password = "password";

    /// <summary>A number that may be any of the above, and nothing says which.</summary>
    public const string Number = "number";

    /// <summary>All of them.</summary>
    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal, Name, Email, Phone, Card, Account, Iban, Ssn, Address, Order, Ip, Url, Password, Number);
}
