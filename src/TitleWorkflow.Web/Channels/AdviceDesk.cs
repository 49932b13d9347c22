using MediatR;
using TitleWorkflow.Application.Channels;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Channels;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Channels;

/// <summary>Questions to the adviser, so that one address does not keep the server busy.</summary>
internal sealed class AdviceAsked(TimeProvider clock) : TriesByAddress(clock, Allowed)
{
    /// <summary>Questions of one address a minute; a live form asks at every change.</summary>
    public const int Allowed = 120;
}

/// <summary>Asks the adviser for page and program alike, and stops answering whoever asks too often.</summary>
internal sealed class AdviceDesk(ISender sender, ICurrentUser user, AdviceAsked asked)
{
    /// <summary>The answer; null if the address has asked too often.</summary>
    public async Task<AdviseChannels.Result?> AskAsync(string? region, int? year, ApplicantFacts? facts, CancellationToken ct)
    {
        if (asked.AreTooMany(user.Origin))
        {
            return null;
        }

        asked.Add(user.Origin);

        return await sender.Send(new AdviseChannels.Query(region, year, facts), ct);
    }
}
