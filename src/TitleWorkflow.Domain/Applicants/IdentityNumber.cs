using System.Globalization;

namespace TitleWorkflow.Domain.Applicants;

/// <summary>A resident identity-card number (公民身份号码): six digits of region, eight of birth, three of order, a check character.</summary>
public static class IdentityNumber
{
    private const int Length = 18;

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>True if length, birth date and check character (GB 11643, ISO 7064 MOD 11-2) are right; x counts as X.</summary>
    public static bool IsValid(string text) =>
        text.Length == Length
        && text[..(Length - 1)].All(char.IsAsciiDigit)
        && DateOnly.TryParseExact(text.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        && char.ToUpperInvariant(text[^1]) == CheckCharacter(text);

    /// <summary>The character that makes the first 17 digits of <paramref name="digits"/> a number.</summary>
    public static char CheckCharacter(string digits) => "10X98765432"[Weights.Select((weight, i) => weight * (digits[i] - '0')).Sum() % 11];
}
