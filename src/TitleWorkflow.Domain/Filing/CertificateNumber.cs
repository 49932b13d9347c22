using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Domain.Filing;

/// <summary>
/// Number of a certificate: region 6, year 4, series 2, level 1, serial 6 digits and one check digit after ISO 7064 MOD 11,10,
/// which catches every single wrong digit and nearly every swap.
/// </summary>
public static class CertificateNumber
{
    /// <summary>Length in digits.</summary>
    public const int Length = 20;

    /// <summary>Composes a number.</summary>
    /// <param name="region">Six-digit region code.</param>
    /// <param name="year">Year of issue, four digits.</param>
    /// <param name="series">Series.</param>
    /// <param name="level">Level.</param>
    /// <param name="serial">1 to 999,999, unique for region, year, series and level.</param>
    /// <exception cref="ArgumentOutOfRangeException">A part does not fit its digits.</exception>
    public static string Create(string region, int year, TitleSeries series, TitleLevel level, int serial)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(region.Count(char.IsAsciiDigit), 6, nameof(region));
        ArgumentOutOfRangeException.ThrowIfNotEqual(region.Length, 6, nameof(region));
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(serial);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, 999_999);
        var digits = FormattableString.Invariant($"{region}{year:D4}{(int)series:D2}{(int)level:D1}{serial:D6}");
        return digits + (char)('0' + Check(digits));
    }

    /// <summary>True for twenty digits whose last is the right check digit; spaces do not matter.</summary>
    public static bool IsValid(string? number)
    {
        var digits = Normalize(number);
        return digits.Length == Length && digits.All(char.IsAsciiDigit) && Check(digits[..^1]) == digits[^1] - '0';
    }

    /// <summary>The number without spaces.</summary>
    public static string Normalize(string? number) => string.Concat((number ?? "").Where(c => !char.IsWhiteSpace(c)));

    private static int Check(string digits)
    {
        var product = 10;
        foreach (var digit in digits)
        {
            var sum = (digit - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (11 - product) % 10;
    }
}
