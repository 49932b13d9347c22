using System.Globalization;

namespace TitleWorkflow.Benchmarks.Measuring;

/// <summary>Prints one line per measurement: <c>name ratio value</c>, then the unit of the value and what was asked.</summary>
internal sealed class Scoreboard(TextWriter output)
{
    /// <param name="name">Name of the measurement.</param>
    /// <param name="ratio">What the goal is about: a ratio, or an amount where the goal is an amount.</param>
    /// <param name="value">The measured amount itself.</param>
    /// <param name="unit">Unit of <paramref name="value"/>, and of what.</param>
    /// <param name="goal">What is asked of <paramref name="ratio"/>; null for what is printed to judge the others by.</param>
    public void Report(string name, double ratio, double value, string unit, Goal? goal = null)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{name,-9} {ratio,9:0.000} {value,12:0.00}  {unit}");
        output.WriteLine(goal is null ? line : $"{line}; {goal.Judge(ratio)}");
        output.Flush();
    }

    /// <summary>Says why a measurement is missing.</summary>
    public void Skip(string name, string reason) => output.WriteLine($"{name,-9} not measured: {reason}");

    /// <summary>Says what the measurements stand on.</summary>
    public void Note(string text) => output.WriteLine($"# {text}");
}
