using TitleWorkflow.Web.Shell;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddShell();

var app = builder.Build();
app.UseShell();
app.MapShell();
app.Run();
