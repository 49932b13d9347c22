using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TitleWorkflow.Web.Studio;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>The program for those who draw flows: three applicants more, and a browser of its own.</summary>
public sealed class DesignerSite : Server
{
    private Chromium? chromium;

    protected override bool Listens => true;

    protected override int MoreApplicants => 3;

    // The one thing that happens by itself here: whoever looks at a case is told.
    private protected override void Arrange(IServiceCollection services) => services.AddHostedService<CaseRound>();

    /// <summary>Nothing where no browser would look at it.</summary>
    public override async Task InitializeAsync()
    {
        if (Chromium.IsInstalled)
        {
            await base.InitializeAsync();
            chromium = await Chromium.LaunchAsync();
        }
    }

    /// <summary>Ends the browser too.</summary>
    public override async Task DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
            await base.DisposeAsync();
        }
    }

    /// <summary>A page of a browser in which somebody has signed in.</summary>
    internal Task<IPage> OpenAsync(string userName, int width = 1920)
    {
        Chromium.Require();
        return chromium!.OpenAsync(Address, userName, width: width, patience: Studio.Patience);
    }
}
