using System.Globalization;

namespace TitleWorkflow.Benchmarks.Measuring;

/// <summary>What a measurement shall reach.</summary>
/// <param name="Ask">Required.</param>
/// <param name="Aim">Wished for; null where nothing beyond the ask is.</param>
/// <param name="IsAtLeast">True where more is better.</param>
internal sealed record Goal(double Ask, double? Aim, bool IsAtLeast)
{
    public static Goal AtLeast(double ask, double? aim = null) => new(ask, aim, true);

    public static Goal AtMost(double ask, double? aim = null) => new(ask, aim, false);

    public string Judge(double measured)
    {
        var sign = IsAtLeast ? ">=" : "<=";
        var ask = string.Create(CultureInfo.InvariantCulture, $"ask {sign} {Ask:0.##} {Word(Meets(measured, Ask))}");
        return Aim is { } aim
            ? string.Create(CultureInfo.InvariantCulture, $"{ask}, aim {sign} {aim:0.##} {Word(Meets(measured, aim))}")
            : ask;
    }

    private bool Meets(double measured, double goal) => IsAtLeast ? measured >= goal : measured <= goal;

    private static string Word(bool met) => met ? "met" : "MISSED";
}
