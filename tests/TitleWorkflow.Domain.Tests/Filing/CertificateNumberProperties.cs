using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Filing;

namespace TitleWorkflow.Domain.Tests.Filing;

public sealed class CertificateNumberProperties
{
    private static readonly Arbitrary<string> AnyNumber = (
        from region in Gen.Choose(0, 999_999)
        from year in Gen.Choose(2000, 2099)
        from series in Gen.Elements(Enum.GetValues<TitleSeries>())
        from level in Gen.Elements(Enum.GetValues<TitleLevel>())
        from serial in Gen.Choose(1, 999_999)
        let code = region.ToString("D6", CultureInfo.InvariantCulture)
        select CertificateNumber.Create(code, year, series, level, serial))
        .ToArbitrary();

    [Fact]
    public void Every_number_made_is_valid_and_twenty_digits_long() => Prop
        .ForAll(AnyNumber, n => CertificateNumber.IsValid(n) && n.Length == CertificateNumber.Length)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_single_wrong_digit_is_noticed() => Prop
        .ForAll(AnyNumber, n => !OneDigitWrong(n).Any(CertificateNumber.IsValid))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Exactly_one_check_digit_fits() => Prop
        .ForAll(AnyNumber, n => Enumerable.Range(0, 10).Count(c => CertificateNumber.IsValid($"{n[..^1]}{c}")) == 1)
        .QuickCheckThrowOnFailure();

    private static IEnumerable<string> OneDigitWrong(string number) =>
        from place in Enumerable.Range(0, number.Length)
        from digit in Enumerable.Range(0, 10)
        where number[place] != '0' + digit
        select $"{number[..place]}{digit}{number[(place + 1)..]}";
}
