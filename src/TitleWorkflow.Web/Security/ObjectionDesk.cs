using MediatR;
using TitleWorkflow.Application.Publicity;
using TitleWorkflow.Application.Security;

namespace TitleWorkflow.Web.Security;

/// <summary>Takes objections for page and program alike, of strangers only so many: nobody shall flood an office without a name.</summary>
internal sealed class ObjectionDesk(ISender sender, ICurrentUser user, StrangersObjections taken)
{
    /// <summary>The receipt; null if the stranger's address has sent too many.</summary>
    public async Task<ObjectToName.Result?> TakeAsync(ObjectToName.Command objection, CancellationToken ct)
    {
        var isStranger = user.Person is null;
        if (isStranger && taken.AreTooMany(user.Origin))
        {
            return null;
        }

        var receipt = await sender.Send(objection, ct);
        if (isStranger)
        {
            taken.Add(user.Origin);
        }

        return receipt;
    }
}
