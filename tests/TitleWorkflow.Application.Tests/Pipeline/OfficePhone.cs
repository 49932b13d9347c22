using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Pipeline;

/// <summary>The smallest use case that changes an aggregate and answers: an office publishes its telephone.</summary>
public static class PublishPhone
{
    public sealed record Command(OrganisationId Office, string Phone) : IRequest<Receipt>, ICommand
    {
        string ICommand.Subject => Office.ToString();
    }

    /// <param name="Number">Another one each time the use case really runs.</param>
    public sealed record Receipt(Guid Number);

    internal sealed class Handler(TitleDb db, Meanwhile meanwhile) : IRequestHandler<Command, Receipt>
    {
        public async Task<Receipt> Handle(Command command, CancellationToken ct)
        {
            var office = await db.Organisations.SingleAsync(o => o.Id == command.Office, ct);
            office.PublishPhone(command.Phone);
            await meanwhile.HappensAsync();
            return new Receipt(Guid.NewGuid());
        }
    }
}

/// <summary>A use case that notices only after writing that it must refuse.</summary>
public static class PublishWrongPhone
{
    public sealed record Command(OrganisationId Office) : IRequest, ICommand
    {
        string ICommand.Subject => Office.ToString();
    }

    internal sealed class Handler(TitleDb db) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var office = await db.Organisations.SingleAsync(o => o.Id == command.Office, ct);
            office.PublishPhone("0");
            PipelineRules.KeyReused.Require(false);
        }
    }
}

/// <summary>What others do while a use case is between reading and committing; one act per run, in order.</summary>
internal sealed class Meanwhile(params Func<Task>[] acts)
{
    private readonly Queue<Func<Task>> next = new(acts);

    public Task HappensAsync() => next.TryDequeue(out var act) ? act() : Task.CompletedTask;
}
