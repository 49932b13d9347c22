using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Benchmarks.Product;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;

namespace TitleWorkflow.Benchmarks.Transitions;

/// <summary>Sixty-four clients that complete open tasks one after the other, each as the person whose task it is.</summary>
internal sealed class TaskLoad(BenchProduct product)
{
    public const int Clients = 64;

    /// <summary>Steps of a flow after which all that a completion runs is translated for good.</summary>
    public const int WarmUps = 8;

    private static readonly Dictionary<Role, Sender> Officers = new()
    {
        [Role.EmployerHr] = Sender.Of("hr"),
        [Role.TownOfficer] = Sender.Of("town"),
        [Role.DistrictOfficer] = Sender.Of("district"),
    };

    private readonly Dictionary<PersonId, Sender> applicants = [];

    /// <summary>Every open task and who does it.</summary>
    public async Task<IReadOnlyList<(WorkItemId Id, Sender By)>> OpenAsync() =>
    [
        .. (await product.ReadAsync(db => db.WorkItems.AsNoTracking().Where(w => w.Status == WorkItemStatus.Open)
                .Select(w => new { w.Id, w.Role, w.Assignee }).ToListAsync()))
            .Select(w => (w.Id, w.Assignee is { } person ? Applicant(person) : Officers[w.Role])),
    ];

    /// <summary>Completes the tasks; returns tasks per second and each one's time in milliseconds.</summary>
    public async Task<(double PerSecond, IReadOnlyList<double> Milliseconds)> CompleteAsync(
        IReadOnlyList<(WorkItemId Id, Sender By)> tasks)
    {
        var queue = new ConcurrentQueue<(WorkItemId Id, Sender By)>(tasks);
        var times = new ConcurrentBag<double>();
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            while (queue.TryDequeue(out var task))
            {
                var asked = Stopwatch.GetTimestamp();
                await product.SendAsync(task.By, new CompleteWorkItem.Command(task.Id, "Pass"));
                times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
        })));
        return (tasks.Count / Stopwatch.GetElapsedTime(start).TotalSeconds, [.. times]);
    }

    private Sender Applicant(PersonId person)
    {
        if (!applicants.TryGetValue(person, out var sender))
        {
            for (var number = applicants.Count + 1; sender is null || sender.Person != person; number++)
            {
                sender = Sender.Applicant(number);
                applicants[sender.Person!.Value] = sender;
            }
        }

        return sender;
    }
}
