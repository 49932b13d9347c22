using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Pilots;

/// <summary>The district, or either officer of the city, sends an application back to the unit, with a reason.</summary>
public static class ReturnPilot
{
    /// <param name="Application">The application.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(PilotApplicationId Application, string Reason) : IRequest, ICommand
    {
        string ICommand.Subject => Application.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(1000);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, NoticeDesk notices, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            // Who holds both offices acts for the one it lies with.
            var isThere = await db.PilotApplications.AnyAsync(
                a => a.Id == command.Application && a.Status == PilotStatus.WithDistrict, ct);
            var byDistrict = user.Has(Role.DistrictOfficer) && (isThere || !user.Has(Role.CityOfficer));
            var application = await db.FindPilotToDecideAsync(
                user, command.Application, ct, byDistrict ? Role.DistrictOfficer : Role.CityOfficer);
            application.SendBack(byDistrict, command.Reason, user.Person!.Value, clock.GetUtcNow());
            await notices.TellAsync(
                application.Scope.Secretary, "notice.pilot-returned", $"/pilots/{application.Id}", ct, application.Number,
                application.ReturnReason!);
        }
    }
}
