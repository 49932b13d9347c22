using TitleWorkflow.Web.Api;
using TitleWorkflow.Web.CommandLine;
using TitleWorkflow.Web.Operation;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;
using TitleWorkflow.Web.Studio;

if (FlowCommands.Includes(args))
{
    return await FlowCommands.RunAsync(args);
}

var app = HostSetup.Compose(args).Build();
app.UseNode();
app.UseShell();
app.UseAccounts();
app.MapShell();
app.MapApi();
app.MapStudio();
app.BuildEndpoints();
await app.PrepareAsync();
app.Run();

return 0;
