using TitleWorkflow.Domain;

namespace TitleWorkflow.Application.WorkItems;

/// <summary>What is demanded of completing work from the inbox.</summary>
public static class WorkItemSliceRules
{
    /// <summary>Some tasks end by an act of their own: submitting, handing in a supplement, signing.</summary>
    public static readonly Rule OwnAct = new(
        "workitems.own-act", "This task ends by an act of its own, not by choosing an outcome.", Source.Product);

    /// <summary>What needs more than an outcome and a reason is done one by one.</summary>
    public static readonly Rule VettedTogether = new(
        "workitems.vetted-together", "Only vetting is done for several declarations at once.", Source.Product);
}
