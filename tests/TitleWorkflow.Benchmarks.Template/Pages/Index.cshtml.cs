using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace TitleWorkflow.Benchmarks.Template.Pages;

/// <summary>A list of twenty-five rows.</summary>
internal sealed class IndexModel(TodoDb db) : PageModel
{
    public IReadOnlyList<Todo> Todos { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Todos = await db.Todos.AsNoTracking().OrderBy(t => t.DueOn).ThenBy(t => t.Id).Take(25).ToListAsync(ct);
}
