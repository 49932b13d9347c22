namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>One city serves all classes that only look at it, or work on cases of their own.</summary>
[CollectionDefinition(Name)]
public sealed class CityCollection : ICollectionFixture<City>
{
    public const string Name = "City";
}
