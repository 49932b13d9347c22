using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Nominations;

/// <summary>A signed letter is verified by strangers, here and with nothing of ours.</summary>
public sealed class LetterVerificationTests(LetterServer server) : IClassFixture<LetterServer>
{
    [Fact]
    public async Task Anybody_verifies_a_signature_and_reads_no_full_name()
    {
        var shown = (await server.Anybody.Get($"/signatures/{server.Signature}")).Done();

        Assert.True(shown.Flag("isValid"));
        Assert.Equal(("方**", "许**", "Chairperson"), (shown.Text("nominee"), shown.Text("signatory"), shown.Text("role")));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(server.Letter)), shown.Text("letterHash"));
        (await server.Anybody.Get($"/signatures/{Guid.NewGuid()}")).NotFound();
    }

    [Fact]
    public async Task The_exported_bytes_verify_without_the_product()
    {
        var shown = (await server.Anybody.Get($"/signatures/{server.Signature}")).Done();
        using var key = ECDsa.Create();
        key.ImportFromPem(shown.Text("publicKey"));
        var signature = Convert.FromBase64String(shown.Text("value"));

        Assert.True(key.VerifyData(server.Letter, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        var forged = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(server.Letter).Replace("方知遥", "方知远", StringComparison.Ordinal));
        Assert.False(key.VerifyData(forged, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    [SkippableFact]
    public async Task The_openssl_command_of_the_letter_works()
    {
        Skip.IfNot(File.Exists("/usr/bin/openssl"), "NOT RUN: there is no openssl.");
        var folder = Directory.CreateTempSubdirectory("letter-");
        var shown = (await server.Anybody.Get($"/signatures/{server.Signature}")).Done();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "key.pem"), shown.Text("publicKey"));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "letter.sig"), Convert.FromBase64String(shown.Text("value")));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "letter.txt"), server.Letter);

        using var openssl = Process.Start(new ProcessStartInfo(
            "/usr/bin/openssl", "dgst -sha256 -verify key.pem -signature letter.sig letter.txt")
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
        })!;
        var said = await openssl.StandardOutput.ReadToEndAsync();
        await openssl.WaitForExitAsync();

        Assert.Equal((0, "Verified OK"), (openssl.ExitCode, said.Trim()));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task After_a_false_nomination_the_enterprise_cannot_sign_for_three_years()
    {
        var city = await server.As("city");
        var found = (await city.Post($"/nominations/{server.Nomination}/false", new { reason = "专利并非本人完成" })).Done();
        var other = await Enterprise.Yuanxiu(server).Writes("hr");

        Assert.Equal(server.Today.AddYears(3), found.Date("nominatesAgainOn"));
        (await Enterprise.Yuanxiu(server).Signs(other)).Refused(Domain.Nominations.NominationRules.RightLost);
        (await Enterprise.Yuanxiu(server).Signs(other, "researchlead")).Refused(Domain.Nominations.NominationRules.RightLost);
    }
}

public sealed class LetterServer : Server
{
    internal string Nomination { get; private set; } = "";

    internal string Signature { get; private set; } = "";

    internal byte[] Letter { get; private set; } = [];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Nomination = await Enterprise.Yuanxiu(this).Writes("applicant");
        Signature = (await Enterprise.Yuanxiu(this).Signs(Nomination)).Done().Text("signature");
        var chairperson = await As("chairperson");
        Letter = await chairperson.Http.GetByteArrayAsync($"/api/v1/nominations/{Nomination}/letter");
    }
}
