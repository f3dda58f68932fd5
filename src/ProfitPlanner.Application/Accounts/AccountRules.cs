using FluentValidation;
using MimeKit;

namespace ProfitPlanner.Application.Accounts;

/// <summary>The shapes of what people type about themselves. The error codes are the pages' to put into words.</summary>
public static class AccountRules
{
    public const int ShortestPassword = 10;
    public const int LongestPassword = 200;
    public const int LongestEmail = 256;
    public const int LongestName = 100;

    internal static void IsEmail<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .Cascade(CascadeMode.Stop)
        .NotEmpty().WithErrorCode("Missing")
        .MaximumLength(LongestEmail).WithErrorCode("TooLong")
        .Must(IsMailbox).WithErrorCode("NotAnEmail");

    internal static void IsNewPassword<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .Cascade(CascadeMode.Stop)
        .NotEmpty().WithErrorCode("Missing")
        .MinimumLength(ShortestPassword).WithErrorCode("TooShort")
        .MaximumLength(LongestPassword).WithErrorCode("TooLong");

    /// <summary>One line that other people will read, in pages and in subjects of mails.</summary>
    internal static void IsName<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .Cascade(CascadeMode.Stop)
        .NotEmpty().WithErrorCode("Missing")
        .MaximumLength(LongestName).WithErrorCode("TooLong")
        .Must(name => !name!.Any(char.IsControl)).WithErrorCode("NotOneLine");

    internal static bool IsMailbox(string? email) =>
        email?.Length <= LongestEmail && MailboxAddress.TryParse(email, out var mailbox) && mailbox.Name is null or "" && mailbox.Address == email!.Trim() && mailbox.Domain.Length > 0;
}
