using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Application.Organisations;

/// <summary>An organisation's part of the address, made from its name.</summary>
internal static class Slugs
{
    private const int Longest = 40;
    private const int Tries = 5;

    // No letters that are taken for digits.
    private const string SuffixLetters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>The name's Latin letters and digits, in lower case, joined by hyphens; empty where it has none.</summary>
    public static string From(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
            if (slug.Length == Longest)
                break;
        }

        return slug.ToString().TrimEnd('-');
    }

    /// <summary>
    /// Saves a new organisation and enters it as its owner. Its slug is its name's, with a suffix where another has
    /// that: others cannot be seen, so the unique index is asked.
    /// </summary>
    public static async Task<Organisation> FoundAsync(this PlannerDb db, string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stem = From(name);
        for (var attempt = 1; ; attempt++)
        {
            var slug = stem.Length == 0 ? $"org-{Suffix(6)}" : attempt == 1 ? stem : $"{stem}-{Suffix(4)}";
            var organisation = new Organisation { Slug = slug, Name = name, CreatedAt = now };
            await db.EnterOrganisationAsync(organisation.OrganisationId, Role.Owner, cancellationToken);
            db.Add(organisation);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return organisation;
            }
            catch (DbUpdateException e) when (attempt < Tries && e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                // EF Core has rolled back to its savepoint; the transaction goes on.
                db.Entry(organisation).State = EntityState.Detached;
            }
        }
    }

    private static string Suffix(int length) => RandomNumberGenerator.GetString(SuffixLetters, length);
}
