using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.Questionnaires;
using TitleWorkflow.Persistence.Conventions;

namespace TitleWorkflow.Persistence.Questionnaires;

internal sealed class QuestionnaireMap : IEntityTypeConfiguration<Questionnaire>
{
    public void Configure(EntityTypeBuilder<Questionnaire> builder)
    {
        builder.ToTable("Questionnaires").HasKey(q => q.Id);
        builder.Property(q => q.Fields).HasJson();
        builder.HasIndex(q => q.Number).IsUnique();
        builder.HasIndex(q => q.Office);
        builder.HasIndex(q => q.Territory);
    }
}

internal sealed class QuestionnaireAnswerMap : IEntityTypeConfiguration<QuestionnaireAnswer>
{
    public void Configure(EntityTypeBuilder<QuestionnaireAnswer> builder)
    {
        builder.ToTable("QuestionnaireAnswers").HasKey(a => a.Id);
        builder.Property(a => a.Values).HasJson();

        // One answer of each who is asked, whoever is faster.
        builder.HasIndex(a => new { a.Questionnaire, a.Enterprise }).IsUnique();
        builder.HasIndex(a => new { a.Questionnaire, a.Person }).IsUnique();
    }
}
