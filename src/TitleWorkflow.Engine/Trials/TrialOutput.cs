using System.Text;

namespace TitleWorkflow.Engine.Trials;

/// <summary>Tells what is written by whole lines, as each write means them.</summary>
internal sealed class TrialOutput(Action<TrialEvent> tell) : TextWriter
{
    private readonly StringBuilder begun = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => begun.Append(value);

    public override void WriteLine(string? value)
    {
        tell(new TrialLine($"{begun}{value}"));
        begun.Clear();
    }
}
