using FsCheck;
using FsCheck.Fluent;

namespace TitleWorkflow.Engine.Tests.Laws;

/// <summary>How laws are checked: ten thousand cases each.</summary>
internal static class Law
{
    private const int Cases = 10_000;

    public static void Holds<T>(Arbitrary<T> cases, Action<T> law) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Cases), Prop.ForAll(cases, law));
}
