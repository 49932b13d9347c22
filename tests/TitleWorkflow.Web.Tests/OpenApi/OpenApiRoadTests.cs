using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.OpenApi;

public sealed class SqliteRoadServer : Server;

public sealed class PostgresRoadServer : Server
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

public sealed class OpenApiRoadOnSqliteTests(SqliteRoadServer server) : IClassFixture<SqliteRoadServer>
{
    [Fact]
    public Task The_document_alone_leads_from_signing_in_to_a_verified_certificate() => new StrangersRoad(server).Walk();
}

public sealed class OpenApiRoadOnPostgresTests(PostgresRoadServer server) : IClassFixture<PostgresRoadServer>
{
    [SkippableFact]
    public Task The_document_alone_leads_from_signing_in_to_a_verified_certificate()
    {
        TestDatabase.RequirePostgres();
        return new StrangersRoad(server).Walk();
    }
}
