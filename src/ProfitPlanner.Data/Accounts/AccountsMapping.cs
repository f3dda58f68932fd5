using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ProfitPlanner.Data.Accounts;

internal sealed class AccountsMapping :
    IEntityTypeConfiguration<Person>,
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>,
    IEntityTypeConfiguration<DataProtectionKey>,
    IEntityTypeConfiguration<QueuedMail>
{
    private const string Schema = "accounts";

    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("people", Schema);
        person.Property(x => x.DisplayName).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> claim) => claim.ToTable("person_claims", Schema);

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> login) => login.ToTable("person_logins", Schema);

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token) => token.ToTable("person_tokens", Schema);

    public void Configure(EntityTypeBuilder<DataProtectionKey> key) => key.ToTable("data_protection_keys", Schema);

    public void Configure(EntityTypeBuilder<QueuedMail> mail)
    {
        mail.ToTable("queued_mails", Schema);
        mail.HasIndex(x => x.NextAttemptAt);
    }
}
