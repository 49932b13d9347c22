using TitleWorkflow.Application.Auditing;
using TitleWorkflow.Application.Security;

namespace TitleWorkflow.Web.Security;

/// <summary>
/// Writes refusals of people nobody knows yet. Anybody can be refused as often as they like, so of each kind only so many a
/// minute are written, of one address and of all together; the last of them says so.
/// </summary>
internal sealed class RefusedStrangers(RefusalLog refusals, StrangerLimits limits, ICurrentUser user)
{
    public async Task WriteAsync(string action, string subject, string rule)
    {
        var limit = limits.Of(rule);
        if (limit.IsReached(user.Origin))
        {
            return;
        }

        limit.Count(user.Origin);
        await refusals.WriteAsync(
            action, subject, rule, limit.IsReached(user.Origin) ? "further ones within the minute are not written" : "");
    }
}
