using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The office reminds a reader of the dossiers still to hand in, at most once a day (催办).</summary>
public static class RemindReader
{
    /// <summary>The notice's text.</summary>
    internal const string Text = "assessments.notice.reading-reminder";

    /// <param name="Committee">The committee.</param>
    /// <param name="Reader">Whom.</param>
    public sealed record Command(OrganisationId Committee, PersonId Reader) : IRequest, ICommand
    {
        string ICommand.Subject => Reader.ToString();
    }

    internal sealed class Handler(TitleDb db, ReadingDesk desk, NoticeDesk notices) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var (committee, office) = await desk.CommitteeAsync(command.Committee, ct);
            var open = await desk.OpenTasks(committee).CountAsync(w => w.Assignee == command.Reader, ct);
            AssessmentSliceRules.StillReading.Require(open > 0);
            AssessmentSliceRules.RemindedOnceADay.Require(!await desk.RemindedToday().AnyAsync(n => n.Person == command.Reader, ct));

            await notices.TellAsync(command.Reader, Text, "/inbox", ct, office.Office!, $"{open}");
            db.HoldUnchanged(committee);
        }
    }
}
