using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Which group reads a dossier now.</summary>
internal static class StandingReview
{
    /// <summary>The reviews of a dossier that were not undone, the latest first.</summary>
    public static IQueryable<GroupReview> StandingReviews(this TitleDb db, DeclarationId declaration) => db.GroupReviews
        .Where(r => r.Declaration == declaration && r.UndoneAt == null).OrderByDescending(r => r.AssignedAt);
}
