using System.Text.Json.Serialization;

namespace TitleWorkflow.Domain.Experts;

/// <summary>What a draw must come to. It is frozen, and its hash shown, before any input is known.</summary>
/// <param name="Size">Members, N.</param>
/// <param name="Alternates">Ordered alternates on top.</param>
/// <param name="EnterpriseShare">Least share of experts nominated by enterprises, per cent of members, rounded up; of the
/// alternates likewise.</param>
/// <param name="OutsideShare">Least share of members from outside the organising unit, per cent, rounded up.</param>
/// <param name="MaxPerEmployer">Most members and alternates of one employer, together, so that any alternate may step in.</param>
/// <param name="Inputs">Names of the inputs, in order: a public value named in advance, then the supervisor's number.</param>
public sealed record DrawPolicy(
    int Size, int Alternates, int EnterpriseShare, int OutsideShare, int MaxPerEmployer, IReadOnlyList<string> Inputs)
{
    /// <summary>Members and alternates.</summary>
    [JsonIgnore]
    public int Total => Size + Alternates;

    /// <summary>Least number of members from enterprises.</summary>
    [JsonIgnore]
    public int EnterpriseMembers => RoundedUp(Size, EnterpriseShare);

    /// <summary>Least number of alternates from enterprises.</summary>
    [JsonIgnore]
    public int EnterpriseAlternates => RoundedUp(Alternates, EnterpriseShare);

    /// <summary>Most members and alternates from inside the organising unit: whoever steps in, the outside share holds.</summary>
    [JsonIgnore]
    public int MostInside => Size - RoundedUp(Size, OutsideShare);

    /// <summary>
    /// SHA-256 over the text <c>TitleWorkflow.DrawPolicy/1</c>, the five numbers in the order of the parameters, the number
    /// of inputs and their names, as <see cref="DrawAlgorithm"/> writes them.
    /// </summary>
    public string Hash()
    {
        var bytes = new CanonicalBytes().Text("TitleWorkflow.DrawPolicy/1")
            .Number(Size).Number(Alternates).Number(EnterpriseShare).Number(OutsideShare).Number(MaxPerEmployer)
            .Number(Inputs.Count);
        return Inputs.Aggregate(bytes, (b, name) => b.Text(name)).Hash();
    }

    private static int RoundedUp(int whole, int percent) => ((whole * percent) + 99) / 100;
}
