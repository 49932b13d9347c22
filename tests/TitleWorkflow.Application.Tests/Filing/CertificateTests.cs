using TitleWorkflow.Application.Filing;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Filing;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Filing;

public sealed class CertificateTests
{
    private static readonly DateOnly Issued = new(2022, 12, 16);

    [SkippableTheory, Databases]
    public async Task Every_look_up_is_shown_to_the_holder(DatabaseProvider provider)
    {
        await using var product = await Product.WithCityAsync(provider, Issued);
        var number = await product.IssueCertificateAsync();

        await product.SendAs(Sender.Nobody, new VerifyCertificate.Command(number));
        product.Clock.Pass(TimeSpan.FromHours(1));
        await product.SendAs("district", new VerifyCertificate.Command(number));
        var mine = await product.SendAs("applicant", new ListCertificates.Query());

        var row = Assert.Single(mine.Items);
        Assert.Equal(2, row.LookupCount);
        Assert.Equal(["临桥区人力资源和社会保障局", "203.0.113.7"], row.Lookups.Select(l => l.Origin));
    }

    [SkippableTheory, Databases]
    public async Task The_public_sees_a_masked_name_and_no_identity_number(DatabaseProvider provider)
    {
        await using var product = await Product.WithCityAsync(provider, Issued);
        var number = await product.IssueCertificateAsync();

        var answer = await product.SendAs(Sender.Nobody, new VerifyCertificate.Command(number.Insert(6, " ")));

        Assert.Equal(("方**", null, CertificateStatus.Valid), (answer.Certificate!.Name, answer.Certificate.IdNumber, answer.Certificate.Status));
    }

    [SkippableTheory, Databases]
    public async Task A_mistyped_number_is_told_from_one_that_was_never_issued(DatabaseProvider provider)
    {
        await using var product = await Product.WithCityAsync(provider, Issued);
        var number = await product.IssueCertificateAsync();
        var mistyped = number[..^1] + (char)('0' + ((number[^1] - '0' + 1) % 10));
        var unknown = CertificateNumber.Create("990400", 2022, Domain.Declarations.TitleSeries.Economics, Domain.Declarations.TitleLevel.FullSenior, 7);

        async Task<VerifyCertificate.Verdict> Verify(string typed) =>
            (await product.SendAs(Sender.Nobody, new VerifyCertificate.Command(typed))).Verdict;

        Assert.Equal(VerifyCertificate.Verdict.Found, await Verify(number));
        Assert.Equal(VerifyCertificate.Verdict.Mistyped, await Verify(mistyped));
        Assert.Equal(VerifyCertificate.Verdict.Mistyped, await Verify("12"));
        Assert.Equal(VerifyCertificate.Verdict.Unknown, await Verify(unknown));
    }

    [SkippableTheory, Databases]
    public async Task Only_the_holder_and_offices_that_answer_for_it_see_a_certificate_in_full(DatabaseProvider provider)
    {
        await using var product = await Product.WithCityAsync(provider, Issued);
        var number = await product.IssueCertificateAsync();

        foreach (var reader in new[] { "applicant", "office", "organiser", "city", "auditor" })
        {
            Assert.Equal("方知遥", (await product.SendAs(reader, new GetCertificate.Query(number))).Name);
        }

        foreach (var stranger in new[] { "hr", "town", "expert1", "admin", "designer" })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => product.SendAs(stranger, new GetCertificate.Query(number)));
        }
    }

    [SkippableTheory, Databases]
    public async Task Filing_counts_what_was_confirmed_and_certified(DatabaseProvider provider)
    {
        await using var product = await Product.WithCityAsync(provider, Issued);
        var number = await product.IssueCertificateAsync();

        var filed = await product.SendAs("city", new ListFiling.Query());

        Assert.Equal(new ListFiling.Totals(InPublicity: 0, ToConfirm: 0, Confirmed: 1, Certificates: 1), filed.Totals);
        Assert.Equal([number], filed.Items.Select(i => i.Certificate));
        Assert.Equal(0, (await product.SendAs("city", new ListFiling.Query(Search: "没有此人"))).Matching);
        Assert.Empty((await product.SendAs("hr", new ListFiling.Query())).Items);
    }
}
