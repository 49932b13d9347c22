using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Filing;

namespace TitleWorkflow.Domain.Tests.Filing;

public sealed class CertificateNumberTests
{
    [Theory]
    [InlineData("370499", 2022, TitleSeries.Engineering, TitleLevel.DeputySenior, 69, "37049920220140000699")]
    [InlineData("370499", 2022, TitleSeries.Engineering, TitleLevel.DeputySenior, 1, "37049920220140000019")]
    [InlineData("330282", 2026, TitleSeries.Economics, TitleLevel.Intermediate, 999_999, "33028220260239999992")]
    [InlineData("110100", 2022, TitleSeries.Economics, TitleLevel.FullSenior, 70, "11010020220250000701")]
    public void A_number_tells_region_year_series_level_serial_and_check(
        string region, int year, TitleSeries series, TitleLevel level, int serial, string number) =>
        Assert.Equal(number, CertificateNumber.Create(region, year, series, level, serial));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("3704992022014000069")]
    [InlineData("37049920220140000690000")]
    [InlineData("ABCDEFGHIJKLMNOPQRST")]
    [InlineData("３７０４９９２０２２０１４００００６９０")]
    public void Anything_but_twenty_digits_is_not_a_number(string? number) =>
        Assert.False(CertificateNumber.IsValid(number));

    [Fact]
    public void Spaces_do_not_matter()
    {
        var number = Create(1);

        Assert.True(CertificateNumber.IsValid($" {number[..6]} {number[6..10]} {number[10..]} "));
        Assert.Equal(number, CertificateNumber.Normalize($" {number[..6]} {number[6..]}"));
    }

    [Theory]
    [InlineData("37049", 2022, 1)]
    [InlineData("37O499", 2022, 1)]
    [InlineData("370499", 22, 1)]
    [InlineData("370499", 10000, 1)]
    [InlineData("370499", 2022, 0)]
    [InlineData("370499", 2022, 1_000_000)]
    public void Parts_that_do_not_fit_make_no_number(string region, int year, int serial) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            CertificateNumber.Create(region, year, TitleSeries.Engineering, TitleLevel.DeputySenior, serial));

    private static string Create(int serial) =>
        CertificateNumber.Create("370499", 2022, TitleSeries.Engineering, TitleLevel.DeputySenior, serial);
}
