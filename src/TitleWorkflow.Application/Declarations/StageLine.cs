using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Application.Declarations;

/// <summary>How far one of the five stages is.</summary>
public enum StageProgress
{
    /// <summary>Not begun.</summary>
    ToCome,

    /// <summary>Under way.</summary>
    Now,

    /// <summary>Waits for the applicant, is held by an objection, or ended here.</summary>
    Held,

    /// <summary>Behind it.</summary>
    Done,
}

/// <summary>One of the five stages of a case.</summary>
/// <param name="Stage">Which.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="EnteredAt">When it was first entered; null before.</param>
public sealed record StageLine(Stage Stage, StageProgress Progress, DateTimeOffset? EnteredAt)
{
    private static readonly DeclarationStatus[] Waiting =
    [
        DeclarationStatus.Returned, DeclarationStatus.SupplementPending,
        DeclarationStatus.EmployerPublicityHeld, DeclarationStatus.ObjectionHold,
    ];

    /// <summary>All five, in order.</summary>
    internal static IReadOnlyList<StageLine> Of(
        DeclarationStatus status, Stage current, bool isLive, IReadOnlyDictionary<Stage, DateTimeOffset> entered)
    {
        var certified = status is DeclarationStatus.CertificateIssued or DeclarationStatus.Revoked;
        var here = !isLive || Waiting.Contains(status) ? StageProgress.Held : StageProgress.Now;
        return
        [
            .. Enum.GetValues<Stage>().Select(s => new StageLine(
                s,
                s < current || certified ? StageProgress.Done : s == current ? here : StageProgress.ToCome,
                entered.TryGetValue(s, out var at) ? at : null)),
        ];
    }
}
