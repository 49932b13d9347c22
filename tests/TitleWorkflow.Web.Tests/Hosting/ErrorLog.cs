using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TitleWorkflow.Web.Tests.Hosting;

/// <summary>Keeps what the program logs as an error, so that nothing fails unseen.</summary>
internal sealed class ErrorLog(ConcurrentQueue<string> errors) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        // On a new PostgreSQL database EF Core reads its history of migrations before there is one, and calls that an error.
        if (IsEnabled(logLevel) && !formatter(state, exception).Contains("\"__EFMigrationsHistory\"", StringComparison.Ordinal))
        {
            errors.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
    }
}
