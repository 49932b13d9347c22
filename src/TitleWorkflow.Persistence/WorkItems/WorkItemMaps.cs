using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence.Conventions;

namespace TitleWorkflow.Persistence.WorkItems;

internal sealed class WorkItemMap : IEntityTypeConfiguration<WorkItem>
{
    private static readonly string[] Shown =
    [
        nameof(WorkItem.Title), nameof(WorkItem.EnglishTitle), nameof(WorkItem.Form), nameof(WorkItem.Stage), nameof(WorkItem.Declaration),
        nameof(WorkItem.Number), nameof(WorkItem.ApplicantName), nameof(WorkItem.EmployerName), nameof(WorkItem.EmployerEnglishName),
        nameof(WorkItem.Series), nameof(WorkItem.Level), nameof(WorkItem.Channel), nameof(WorkItem.DueOn), nameof(WorkItem.CreatedAt),
        "Kind",
    ];

    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("WorkItems").HasKey(w => w.Id);
        builder.HasDiscriminator<string>("Kind").HasValue<OfficeTask>("Office").HasValue<PersonalTask>("Personal");
        builder.Property<string>("Kind").HasMaxLength(20);
        builder.Property(w => w.Outcomes).HasJson();
        builder.Property(w => w.ReasonOutcomes).HasJson();
        builder.Property(w => w.Fields).HasJson();
        builder.Property(w => w.Values).HasJson();
        builder.HasIndex(w => w.Declaration);
        builder.HasIndex(w => w.InstanceId);

        // The inbox asks for open items by person, or by role and office, in order of their last day. Each open item is in one of
        // the two, and on PostgreSQL with all that a row of the inbox shows: a page of it is a piece of one index.
        builder.HasIndex(w => new { w.Assignee, w.InboxDay, w.Id })
            .HasFilter("\"Status\" = 'Open' AND \"Assignee\" IS NOT NULL").IncludeProperties(Shown);
        builder.HasIndex(w => new { w.Organisation, w.Role, w.InboxDay, w.Id })
            .HasFilter("\"Status\" = 'Open' AND \"Assignee\" IS NULL").IncludeProperties(Shown);
        builder.HasIndex(w => new { w.CompletedBy, w.ClosedAt });
    }
}

internal sealed class OfficeTaskMap : IEntityTypeConfiguration<OfficeTask>
{
    public void Configure(EntityTypeBuilder<OfficeTask> builder) => builder.Property(t => t.DelegatedBy);
}

internal sealed class ReminderMap : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("Reminders").HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.WorkItem);

        // Whoever sends it finds it unsent: of two nodes, one.
        builder.Property(r => r.DoneAt).IsConcurrencyToken();
        builder.HasIndex(r => new { r.DueAt, r.Id }).HasFilter("\"DoneAt\" IS NULL");
    }
}
