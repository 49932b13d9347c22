using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Persistence.Conventions;

namespace TitleWorkflow.Persistence.Calendars;

internal sealed class OfficialYearMap : IEntityTypeConfiguration<OfficialYear>
{
    public void Configure(EntityTypeBuilder<OfficialYear> builder)
    {
        builder.ToTable("OfficialYears").HasKey(y => y.Year);
        builder.Property(y => y.Year).ValueGeneratedNever();
        builder.Property(y => y.Holidays).HasJson();
        builder.Property(y => y.MakeUpDays).HasJson();
    }
}
