using System.Globalization;

namespace TitleWorkflow.Web.Texts;

/// <summary>
/// Words that go with a number: <c>{0} {0:day|days}</c> takes the first word when argument 0 reads 1, else the second.
/// Everything else is formatted alike in both languages.
/// </summary>
internal sealed class Plurals : IFormatProvider, ICustomFormatter
{
    public static readonly Plurals Format = new();

    private Plurals()
    {
    }

    public object? GetFormat(Type? formatType) =>
        formatType == typeof(ICustomFormatter) ? this : CultureInfo.InvariantCulture.GetFormat(formatType);

    string ICustomFormatter.Format(string? format, object? arg, IFormatProvider? formatProvider)
    {
        if (format?.Split('|') is [var one, var many])
        {
            return Convert.ToString(arg, CultureInfo.InvariantCulture) == "1" ? one : many;
        }

        return arg is IFormattable number
            ? number.ToString(format, CultureInfo.InvariantCulture)
            : arg?.ToString() ?? "";
    }
}
