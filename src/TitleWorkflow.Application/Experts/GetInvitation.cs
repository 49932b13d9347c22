using MediatR;
using TitleWorkflow.Domain.Experts;

namespace TitleWorkflow.Application.Experts;

/// <summary>Shows an expert one meeting they were drawn for; never who else was drawn.</summary>
public static class GetInvitation
{
    /// <param name="Draw">The draw.</param>
    public sealed record Query(ExpertDrawId Draw) : IRequest<ListInvitations.Row>;

    internal sealed class Handler(ISender sender) : IRequestHandler<Query, ListInvitations.Row>
    {
        public async Task<ListInvitations.Row> Handle(Query query, CancellationToken ct) =>
            (await sender.Send(new ListInvitations.Query(), ct)).Items.SingleOrDefault(i => i.Draw == query.Draw)
            ?? throw new NotFoundException();
    }
}
