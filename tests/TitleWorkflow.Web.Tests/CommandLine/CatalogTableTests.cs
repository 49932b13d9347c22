using TitleWorkflow.Application;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Web.CommandLine;
using TitleWorkflow.Web.Tests.Architecture;

namespace TitleWorkflow.Web.Tests.CommandLine;

public sealed class CatalogTableTests
{
    [Fact]
    public void README_has_the_table_of_the_catalogue_as_it_is() =>
        Assert.Contains(
            CatalogTable.For(ActivityCatalog.FromAssemblies(typeof(ApplicationSetup).Assembly)),
            House.Read("README.md"),
            StringComparison.Ordinal);
}
