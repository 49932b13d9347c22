using System.Net;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Api;

public sealed class EvidenceServer : Server
{
    internal Road Road { get; private set; } = null!;

    protected override int MoreApplicants => 1;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Road = await Road.Start(this);
    }
}

public sealed class EvidenceTests(EvidenceServer server) : IClassFixture<EvidenceServer>
{
    private const string Fact = "projects/projectName";

    [Theory]
    [InlineData("证书.pdf", "Pdf")]
    [InlineData("证书.jpg", "Jpeg")]
    [InlineData("证书.png", "Png")]
    public async Task Papers_and_pictures_are_taken(string fileName, string type)
    {
        var answer = await server.Road.Attach(Fact, fileName, Papers.Of(type));

        Assert.Equal(type, answer.Done().Text("type"));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
    }

    [Fact]
    public async Task A_word_processor_file_is_refused_whatever_it_is_called()
    {
        var answer = await server.Road.Attach(Fact, "证书.pdf", Papers.Docx);

        answer.Refused(DeclarationRules.EvidenceKind);
    }

    [Fact]
    public async Task Twenty_megabytes_are_taken_and_one_byte_more_is_not()
    {
        var most = await server.Road.Attach(Fact, content: Papers.PdfOf(Evidence.MaximumSize));
        var more = await server.Road.Attach(Fact, content: Papers.PdfOf(Evidence.MaximumSize + 1));

        most.Done();
        more.Refused(DeclarationRules.EvidenceSize);
    }

    [Fact]
    public async Task An_empty_file_is_refused()
    {
        var answer = await server.Road.Attach(Fact, content: []);

        answer.Refused(DeclarationRules.EvidenceSize);
    }

    [Fact]
    public async Task A_paper_is_read_by_its_owner_and_not_by_another_applicant()
    {
        var id = (await server.Road.Attach(Fact)).Done().Text("evidence");

        var own = await (await server.As("applicant")).Http.GetAsync($"/api/v1/evidence/{id}");
        var foreign = await (await server.As("applicant-0001")).Get($"/evidence/{id}");

        Assert.Equal(Papers.Pdf, await own.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", own.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", string.Join(',', own.Headers.GetValues("X-Content-Type-Options")));
        foreign.NotFound();
    }

    [Fact]
    public async Task A_fact_the_form_does_not_ask_for_takes_no_paper()
    {
        var answer = await server.Road.Attach("projects/none");

        answer.NotFound();
    }
}
