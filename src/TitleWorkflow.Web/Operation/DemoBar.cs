using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Operation;

/// <summary>Tells every page of a demonstration what time it is there.</summary>
internal sealed class DemoBar(DemoOptions options, TimeProvider clock, ICurrentUser user) : IDemoBar
{
    public bool Enabled => options.Enabled;

    public DateTimeOffset Now => clock.GetUtcNow();

    public bool CanAdvance => Enabled && user.Has(Role.Administrator);
}
