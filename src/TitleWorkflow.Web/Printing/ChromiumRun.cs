using System.Diagnostics;

namespace TitleWorkflow.Web.Printing;

/// <summary>
/// One run of the browser: a process of its own with a profile of its own, which reaches no address but the page's and is
/// gone, with its files, when the run ends.
/// </summary>
internal static class ChromiumRun
{
    public static async Task<byte[]> PrintAsync(string program, Uri page, CancellationToken ct)
    {
        var home = Directory.CreateTempSubdirectory("title-print-");
        try
        {
            var pdf = Path.Combine(home.FullName, "paper.pdf");
            using var process = Process.Start(Command(program, page, home.FullName, pdf))
                ?? throw new InvalidOperationException("The browser could not be started.");
            await WaitAsync(process, ct);

            return File.Exists(pdf)
                ? await File.ReadAllBytesAsync(pdf, ct)
                : throw new InvalidOperationException($"The browser printed nothing; it ended with {process.ExitCode}.");
        }
        finally
        {
            Remove(home);
        }
    }

    private static async Task WaitAsync(Process process, CancellationToken ct)
    {
        // What it says is not wanted, but must be read, else it stops when the pipe is full.
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(ct);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }

            await Task.WhenAll(output, errors);
        }
    }

    private static ProcessStartInfo Command(string program, Uri page, string home, string pdf)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = home,
        };
        start.Environment["HOME"] = home;
        string[] flags =
        [
            "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--no-proxy-server",
            $"--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE {page.Host}", "--accept-lang=zh-CN",
            $"--user-data-dir={Path.Combine(home, "profile")}", "--no-pdf-header-footer", $"--print-to-pdf={pdf}",
        ];
        foreach (var flag in flags)
        {
            start.ArgumentList.Add(flag);
        }

        // The browser's own sandbox refuses to start as root.
        if (Environment.IsPrivilegedProcess)
        {
            start.ArgumentList.Add("--no-sandbox");
        }

        start.ArgumentList.Add(page.AbsoluteUri);

        return start;
    }

    private static void Remove(DirectoryInfo home)
    {
        try
        {
            home.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A helper process may still be closing its files; the system clears its temporary folder.
        }
    }
}
