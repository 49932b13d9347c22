using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence.Accounts;

namespace TitleWorkflow.Persistence.Organisations;

internal sealed class OrganisationMap : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("Organisations").HasKey(o => o.Id);
        builder.HasIndex(o => o.Parent);
    }
}

internal sealed class PersonMap : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People").HasKey(p => p.Id);
        builder.HasIndex(p => p.IdNumber).IsUnique();
    }
}

internal sealed class GrantMap : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> builder)
    {
        builder.ToTable("Grants").HasKey(g => g.Id);
        builder.HasIndex(g => g.Person);
        builder.HasIndex(g => new { g.Role, g.Organisation });
    }
}

internal sealed class AccountMap : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder) => builder.HasIndex(a => a.Person).IsUnique();
}
