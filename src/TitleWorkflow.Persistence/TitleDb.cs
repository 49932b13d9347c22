using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TitleWorkflow.Domain;
using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Assessments.Defences;
using TitleWorkflow.Domain.Assessments.Scoring;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Channels;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Enterprises;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Filing;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Domain.Notices;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Domain.Plans;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Domain.Questionnaires;
using TitleWorkflow.Domain.Reviews;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence.Accounts;
using TitleWorkflow.Persistence.Auditing;
using TitleWorkflow.Persistence.Conventions;
using TitleWorkflow.Persistence.Files;
using TitleWorkflow.Persistence.Notices;
using TitleWorkflow.Persistence.Operation;
using TitleWorkflow.Persistence.Workflows;
using TitleWorkflow.Persistence.WorkItems;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Persistence;

/// <summary>The one context. The two databases differ only in their provider and in their generated migrations.</summary>
public abstract class TitleDb(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Grant> Grants => Set<Grant>();

    public DbSet<OfficialYear> OfficialYears => Set<OfficialYear>();

    public DbSet<RuleSet> RuleSets => Set<RuleSet>();

    public DbSet<ManualDecision> ManualDecisions => Set<ManualDecision>();

    public DbSet<AnnualPlan> Plans => Set<AnnualPlan>();

    public DbSet<PlanProposal> PlanProposals => Set<PlanProposal>();

    public DbSet<PilotApplication> PilotApplications => Set<PilotApplication>();

    public DbSet<PilotReport> PilotReports => Set<PilotReport>();

    public DbSet<Questionnaire> Questionnaires => Set<Questionnaire>();

    public DbSet<QuestionnaireAnswer> QuestionnaireAnswers => Set<QuestionnaireAnswer>();

    public DbSet<Declaration> Declarations => Set<Declaration>();

    public DbSet<ApplicantImport> ApplicantImports => Set<ApplicantImport>();

    public DbSet<ImportRow> ApplicantImportRows => Set<ImportRow>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<HistoryEntry> History => Set<HistoryEntry>();

    public DbSet<SupplementNotice> SupplementNotices => Set<SupplementNotice>();

    public DbSet<PublicityNotice> PublicityNotices => Set<PublicityNotice>();

    public DbSet<PublicityObjection> PublicityObjections => Set<PublicityObjection>();

    public DbSet<WorkItem> WorkItems => Set<WorkItem>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<ReviewCommittee> Committees => Set<ReviewCommittee>();

    public DbSet<Expert> Experts => Set<Expert>();

    public DbSet<ExpertRelation> ExpertRelations => Set<ExpertRelation>();

    public DbSet<ExpertDraw> ExpertDraws => Set<ExpertDraw>();

    public DbSet<DrawSeat> DrawSeats => Set<DrawSeat>();

    public DbSet<GroupReview> GroupReviews => Set<GroupReview>();

    public DbSet<Reexamination> Reexaminations => Set<Reexamination>();

    public DbSet<ScoreSheet> ScoreSheets => Set<ScoreSheet>();

    public DbSet<ScoreFile> ScoreFiles => Set<ScoreFile>();

    public DbSet<DefenceSchedule> DefenceSchedules => Set<DefenceSchedule>();

    public DbSet<OralDefence> OralDefences => Set<OralDefence>();

    public DbSet<CommitteeMeeting> Meetings => Set<CommitteeMeeting>();

    public DbSet<MeetingCase> MeetingCases => Set<MeetingCase>();

    public DbSet<BallotReceipt> BallotReceipts => Set<BallotReceipt>();

    public DbSet<SealedBallot> SealedBallots => Set<SealedBallot>();

    public DbSet<OpenedBallot> OpenedBallots => Set<OpenedBallot>();

    public DbSet<PostQuota> PostQuotas => Set<PostQuota>();

    public DbSet<RunOff> RunOffs => Set<RunOff>();

    public DbSet<RunOffReceipt> RunOffReceipts => Set<RunOffReceipt>();

    public DbSet<SealedRunOffBallot> SealedRunOffBallots => Set<SealedRunOffBallot>();

    public DbSet<OpenedRunOffBallot> OpenedRunOffBallots => Set<OpenedRunOffBallot>();

    public DbSet<TitleCertificate> Certificates => Set<TitleCertificate>();

    public DbSet<CertificateLookup> CertificateLookups => Set<CertificateLookup>();

    public DbSet<EnterpriseHonor> EnterpriseHonors => Set<EnterpriseHonor>();

    public DbSet<Nomination> Nominations => Set<Nomination>();

    public DbSet<NominationQuota> NominationQuotas => Set<NominationQuota>();

    public DbSet<LetterSignature> LetterSignatures => Set<LetterSignature>();

    public DbSet<SignatureKey> SignatureKeys => Set<SignatureKey>();

    public DbSet<NominationLiability> NominationLiabilities => Set<NominationLiability>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();

    public DbSet<FileChunk> FileChunks => Set<FileChunk>();

    public DbSet<WorkflowVersion> WorkflowVersions => Set<WorkflowVersion>();

    public DbSet<FlowDraft> FlowDrafts => Set<FlowDraft>();

    public DbSet<InstanceRow> WorkflowInstances => Set<InstanceRow>();

    public DbSet<BookmarkRow> WorkflowBookmarks => Set<BookmarkRow>();

    public DbSet<TriggerRow> WorkflowTriggers => Set<TriggerRow>();

    public DbSet<InboxMessage> InboxMessages => Set<InboxMessage>();

    public DbSet<JournalRow> WorkflowJournal => Set<JournalRow>();

    public DbSet<Intervention> Interventions => Set<Intervention>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<IdempotentAnswer> Answers => Set<IdempotentAnswer>();

    public DbSet<NumberSeries> NumberSeries => Set<NumberSeries>();

    public DbSet<DeadLetter> DeadLetters => Set<DeadLetter>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    /// <summary>
    /// Makes the commit fail as "changed meanwhile" if somebody else changed <paramref name="aggregate"/> since it was read,
    /// without changing it: for a precondition that must still hold when what rests on it is stored.
    /// </summary>
    public void HoldUnchanged(Aggregate aggregate)
    {
        var entry = Entry(aggregate);
        if (entry.State == EntityState.Unchanged)
        {
            entry.Property(nameof(Aggregate.Version)).IsModified = true;
        }
    }

    /// <inheritdoc />
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        CountVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>What has happened to aggregates this context tracks and nobody has taken yet, oldest first in each.</summary>
    public IReadOnlyList<IDomainEvent> TakeEvents() => WithoutDetecting(() => ChangeTracker.Entries<Aggregate>()
        .ToList().SelectMany(e => e.Entity.TakeEvents()).ToList());

    /// <summary>Rows this context tracks, those to be removed left out, without a look at what has changed in them.</summary>
    internal IReadOnlyList<T> Tracked<T>()
        where T : class => WithoutDetecting(() => ChangeTracker.Entries<T>()
        .Where(e => e.State is not (EntityState.Deleted or EntityState.Detached)).Select(e => e.Entity).ToList());

    /// <summary>Whether a tracked row is as it was read, as far as has been looked.</summary>
    internal bool IsStored(object row) => WithoutDetecting(() => Entry(row).State == EntityState.Unchanged);

    /// <summary>Everything that differs from what is stored, as <see cref="CountVersions"/> has found it.</summary>
    internal IReadOnlyList<EntityEntry> ChangedEntries() => WithoutDetecting(() => ChangeTracker.Entries()
        .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList());

    /// <summary>Finds out what has changed and counts each changed aggregate's version up.</summary>
    internal void CountVersions()
    {
        WithoutDetecting(() =>
        {
            // What is new is stored as it is; only what may have got new parts has to be looked through for them.
            foreach (var entry in ChangeTracker.Entries().ToList()
                .Where(e => e.State is not (EntityState.Added or EntityState.Deleted) || e.Metadata.GetNavigations().Any()))
            {
                entry.DetectChanges();
            }

            foreach (var entry in ChangeTracker.Entries<Aggregate>().Where(e => e.State == EntityState.Modified))
            {
                var version = entry.Property<int>(nameof(Aggregate.Version));
                if (entry.Properties.Any(p => p.IsModified && p.Metadata.Name != nameof(Aggregate.Version)))
                {
                    version.CurrentValue = version.OriginalValue + 1;
                }
            }

            return true;
        });
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        ModelConventions.Apply(configurationBuilder);

    // Comparing every tracked value with its snapshot is the dearest thing a context does: once per commit is enough.
    private T WithoutDetecting<T>(Func<T> look)
    {
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return look();
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(TitleDb).Assembly);
        foreach (var aggregate in builder.Model.GetEntityTypes()
                     .Where(t => t.BaseType is null && typeof(Aggregate).IsAssignableFrom(t.ClrType)))
        {
            var entity = builder.Entity(aggregate.ClrType);
            entity.Ignore(nameof(Aggregate.Events));
            entity.Property(nameof(Aggregate.Version)).IsConcurrencyToken();
        }
    }
}

/// <summary>The context on SQLite.</summary>
public sealed class SqliteTitleDb(DbContextOptions<SqliteTitleDb> options) : TitleDb(options);

/// <summary>The context on PostgreSQL.</summary>
public sealed class PostgresTitleDb(DbContextOptions<PostgresTitleDb> options) : TitleDb(options);
