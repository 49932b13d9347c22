using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>What goes over the wire of one page, as the browser itself counts it: headers and compressed bodies.</summary>
internal sealed class Wire
{
    private readonly ConcurrentDictionary<string, Answer> answers = new();

    /// <summary>Everything asked for since <see cref="Clear"/>; what was asked before and is answered after belongs to nobody.</summary>
    public IReadOnlyCollection<Answer> Answers => [.. answers.Values.Where(a => a.Url.Length > 0)];

    /// <summary>What was sent, in bytes.</summary>
    public long Bytes => answers.Values.Sum(a => a.Bytes);

    public static async Task<Wire> TapAsync(IPage page)
    {
        var wire = new Wire();
        var session = await page.Context.NewCDPSessionAsync(page);
        session.Event("Network.requestWillBeSent").OnEvent += (_, told) => wire.Note(
            told, (answer, said) => answer with { Url = said.GetProperty("request").GetProperty("url").GetString()! });
        session.Event("Network.responseReceived").OnEvent += (_, told) => wire.Note(told, (answer, said) => answer with
        {
            IsCached = answer.IsCached || said.GetProperty("response").GetProperty("fromDiskCache").GetBoolean(),
        });
        // The page is told of the whole file; what was really answered, 304 perhaps, is told beside it.
        session.Event("Network.responseReceivedExtraInfo").OnEvent += (_, told) => wire.Note(
            told, (answer, said) => answer with { Status = said.GetProperty("statusCode").GetInt32() });
        session.Event("Network.requestServedFromCache").OnEvent += (_, told) => wire.Note(told, (answer, _) => answer with { IsCached = true });
        session.Event("Network.loadingFinished").OnEvent += (_, told) => wire.Note(
            told, (answer, said) => answer with { Bytes = (long)said.GetProperty("encodedDataLength").GetDouble() });
        await session.SendAsync("Network.enable");
        return wire;
    }

    /// <summary>Forgets what was, before the next visit.</summary>
    public void Clear() => answers.Clear();

    private void Note(JsonElement? told, Func<Answer, JsonElement, Answer> tell)
    {
        var said = told!.Value;
        answers.AddOrUpdate(
            said.GetProperty("requestId").GetString()!,
            _ => tell(new Answer("", 0, false, 0), said),
            (_, known) => tell(known, said));
    }

    /// <param name="Url">What was asked for.</param>
    /// <param name="Status">How it was answered; 0 if nobody was asked, or has not answered.</param>
    /// <param name="IsCached">Whether nobody was asked.</param>
    /// <param name="Bytes">What was sent.</param>
    internal sealed record Answer(string Url, int Status, bool IsCached, long Bytes);
}
