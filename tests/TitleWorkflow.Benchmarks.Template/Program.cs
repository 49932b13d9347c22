using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Benchmarks.Template;

// What every product of this kind pays: Razor Pages, EF Core on SQLite, one entity. The benchmarks compare the product with it.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddDbContextPool<TodoDb>(options => options.UseSqlite(builder.Configuration.GetConnectionString("Todo")));

var app = builder.Build();
await using (var scope = app.Services.CreateAsyncScope())
{
    await scope.ServiceProvider.GetRequiredService<TodoDb>().Database.EnsureCreatedAsync();
}

app.MapRazorPages();
app.MapGet("/json", () => new Answer("open", 25));
app.Run();
