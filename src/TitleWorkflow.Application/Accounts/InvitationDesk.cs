using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Accounts;
using TitleWorkflow.Persistence.Notices;

namespace TitleWorkflow.Application.Accounts;

/// <summary>Opens accounts without a password and asks their people to choose one, in the caller's commit.</summary>
internal sealed class InvitationDesk(TitleDb db, TimeProvider clock)
{
    /// <summary>Opens a person's account; who has an address for mail is invited at once.</summary>
    public void Open(Person person, string userName)
    {
        db.Users.Add(new Account
        {
            Id = Guid.CreateVersion7(),
            Person = person.Id,
            UserName = userName,
            NormalizedUserName = userName.ToUpperInvariant(),
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
        });
        if (person.Email is { } email)
        {
            Mail(email, userName, Invite(person.Id, replaces: null));
        }
    }

    /// <summary>A new code for a person; it replaces the one they had.</summary>
    public string Invite(PersonId person, Invitation? replaces)
    {
        var code = Invitation.NewCode();
        var lapsesAt = clock.GetUtcNow().AddDays(Invitation.Days);
        if (replaces is null)
        {
            db.Invitations.Add(new Invitation { Person = person, CodeHash = Invitation.Hash(code), LapsesAt = lapsesAt });
        }
        else
        {
            (replaces.CodeHash, replaces.LapsesAt, replaces.UsedAt) = (Invitation.Hash(code), lapsesAt, null);
        }

        return code;
    }

    private void Mail(string to, string userName, string code)
    {
        var now = clock.GetUtcNow();
        db.Outbox.Add(new OutboxMail
        {
            Id = Guid.CreateVersion7(),
            To = to,
            Text = "notice.invitation",
            Values = [userName],
            Link = $"/invitation/{code}",
            At = now,
            DueAt = now,
        });
    }
}
