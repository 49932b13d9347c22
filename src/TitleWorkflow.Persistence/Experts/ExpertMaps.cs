using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.Experts;

namespace TitleWorkflow.Persistence.Experts;

internal sealed class ExpertMap : IEntityTypeConfiguration<Expert>
{
    public void Configure(EntityTypeBuilder<Expert> builder) => builder.ToTable("Experts").HasKey(e => e.Person);
}
