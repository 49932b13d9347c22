namespace TitleWorkflow.Domain.Enterprises;

/// <summary>What is demanded of the enterprise archive (一企一档).</summary>
public static class EnterpriseRules
{
    /// <summary>Only an enterprise has honours.</summary>
    public static readonly Rule HonorOfEnterprise = new(
        "enterprises.honor-of-enterprise", "An honour is registered for an enterprise.", Source.Product);

    /// <summary>An honour ends on or after the day it begins.</summary>
    public static readonly Rule HonorPeriod = new(
        "enterprises.honor-period", "An honour's last day cannot lie before its first.", Source.Product);

    /// <summary>An honour rests on the list the industry department gives jointly.</summary>
    public static readonly Rule HonorListed = new(
        "enterprises.honor-listed", "An honour needs the number of the joint list it stands in.", Source.Product);
}
