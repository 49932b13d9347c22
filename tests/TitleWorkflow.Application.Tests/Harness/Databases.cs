using System.Reflection;
using TitleWorkflow.Persistence;
using Xunit.Sdk;

namespace TitleWorkflow.Application.Tests.Harness;

/// <summary>Runs a theory once on each database: <c>[SkippableTheory, Databases]</c>, with the provider as its parameter.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DatabasesAttribute : DataAttribute
{
    /// <inheritdoc />
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        [[DatabaseProvider.Sqlite], [DatabaseProvider.Postgres]];
}
