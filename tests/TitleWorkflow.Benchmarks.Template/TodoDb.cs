using Microsoft.EntityFrameworkCore;

namespace TitleWorkflow.Benchmarks.Template;

/// <summary>The bare endpoint's answer.</summary>
internal sealed record Answer(string Status, int Count);

/// <summary>The one entity.</summary>
internal sealed class Todo
{
    public int Id { get; set; }

    public string Title { get; set; } = "";

    public DateOnly DueOn { get; set; }
}

/// <summary>The context; a new database holds twenty-five rows.</summary>
internal sealed class TodoDb(DbContextOptions<TodoDb> options) : DbContext(options)
{
    public DbSet<Todo> Todos => Set<Todo>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Todo>().HasData(
        Enumerable.Range(1, 25).Select(i => new Todo { Id = i, Title = $"Todo {i}", DueOn = new DateOnly(2026, 3, 1).AddDays(i) }));
}
