using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>What a browser complains about on a page: errors on its console, requests that fail, answers that refuse, other hosts.</summary>
internal sealed class Trouble
{
    private readonly ConcurrentQueue<string> all = new();

    public Trouble(IPage page, Uri address)
    {
        page.Console += (_, said) => Note(said.Type == "error", said.Text);
        page.PageError += (_, error) => Note(true, error);

        // What the browser itself gives up on leaving a page, such as a question under way, has not failed.
        page.RequestFailed += (_, request) => Note(request.Failure != "net::ERR_ABORTED", $"{request.Url}: {request.Failure}");
        page.Response += (_, answer) => Note(answer.Status >= 400, $"{answer.Status} {answer.Url}");
        page.Request += (_, request) => Note(
            request.Url.StartsWith("http", StringComparison.Ordinal) && !request.Url.StartsWith($"{address}", StringComparison.Ordinal),
            $"asks another host: {request.Url}");
    }

    /// <summary>Everything so far.</summary>
    public IReadOnlyCollection<string> All => all;

    private void Note(bool isTrouble, string what)
    {
        if (isTrouble)
        {
            all.Enqueue(what);
        }
    }
}
