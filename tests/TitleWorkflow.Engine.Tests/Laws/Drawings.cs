using FsCheck;
using FsCheck.Fluent;

namespace TitleWorkflow.Engine.Tests.Laws;

/// <summary>Draws plans of flowcharts, and makes failing ones smaller.</summary>
internal static class Drawings
{
    // Few scripts, which are slow; a turn decides like a decision or a switch does, and differently each time.
    private static readonly Gen<PlaceKind> Kinds = Often(
        (8, PlaceKind.Step),
        (20, PlaceKind.Task),
        (2, PlaceKind.Decision),
        (2, PlaceKind.Switch),
        (12, PlaceKind.Turn),
        (4, PlaceKind.Fork),
        (6, PlaceKind.JoinAny),
        (4, PlaceKind.JoinAll),
        (4, PlaceKind.JoinAllActive),
        (1, PlaceKind.End));

    private static readonly Gen<int> APort = Often((6, 0), (3, 1), (2, 2));

    // Odd numbers lead on; those from four on lead back.
    private static readonly Gen<int> ATurn = Often((4, 1), (3, 4), (2, 3), (1, 0), (1, 2), (1, 5), (1, 6), (1, 7));

    private static readonly Gen<Place> APlace =
        from kind in Kinds
        from back in Often((4, 0), (3, 1), (2, 2), (1, 4))
        from port in APort
        from length in Gen.Choose(0, 3)
        from turns in ATurn.ArrayOf(length)
        select new Place(kind, back, port, turns);

    private static readonly Gen<Line> ALine =
        from @from in Gen.Choose(0, 13)
        from to in Gen.Choose(0, 13)
        from port in Often((5, 0), (1, 1), (1, 2))
        from isBack in Often((2, false), (1, true))
        select new Line(@from, to, port, isBack);

    public static Arbitrary<Drawing> InCounterMode { get; } = In(Gen.Constant(FlowchartMode.Counter));

    public static Arbitrary<Drawing> InBothModes { get; } =
        In(Often((2, FlowchartMode.Counter), (1, FlowchartMode.Token)));

    private static Arbitrary<Drawing> In(Gen<FlowchartMode> modes) =>
        Arb.Convert(
            Arb.From(Plans(modes), Smaller), plan => new Drawing(plan), drawing => drawing.Plan);

    private static Gen<Plan> Plans(Gen<FlowchartMode> modes) =>
        from size in Gen.Choose(2, 12)
        from places in APlace.ArrayOf(size)
        from more in Gen.Choose(0, size)
        from lines in ALine.ArrayOf(more)
        from steps in Gen.Choose(1, 6)
        from choices in Gen.Choose(0, 19).ArrayOf(steps)
        from mode in modes
        select new Plan(places, lines, choices, mode);

    private static Gen<T> Often<T>(params (int Weight, T Value)[] values) =>
        Gen.Frequency(values.Select(value => (value.Weight, Gen.Constant(value.Value))));

    private static IEnumerable<Plan> Smaller(Plan plan) =>
    [
        .. Without(plan.Lines).Select(lines => plan with { Lines = lines }),
        .. Without(plan.Places).Where(places => places.Count > 0).Select(places => plan with { Places = places }),
        .. Without(plan.Choices).Where(choices => choices.Count > 0).Select(choices => plan with { Choices = choices }),
        .. Replaced(plan.Choices, choice => choice > 0 ? [choice - 1] : []).Select(choices => plan with { Choices = choices }),
        .. Replaced(plan.Places, Simpler).Select(places => plan with { Places = places }),
        .. Replaced(plan.Lines, Simpler).Select(lines => plan with { Lines = lines }),
    ];

    private static IEnumerable<Place> Simpler(Place place)
    {
        if (place.Kind != PlaceKind.Step)
        {
            yield return place with { Kind = PlaceKind.Step, Turns = [] };
        }

        foreach (var turns in Without(place.Turns))
        {
            yield return place with { Turns = turns };
        }

        if (place.Back > 0)
        {
            yield return place with { Back = place.Back - 1 };
        }

        if (place.Port > 0)
        {
            yield return place with { Port = place.Port - 1 };
        }
    }

    private static IEnumerable<Line> Simpler(Line line)
    {
        if (line.From > 0)
        {
            yield return line with { From = line.From - 1 };
        }

        if (line.To > 0)
        {
            yield return line with { To = line.To - 1 };
        }

        if (line.Port > 0)
        {
            yield return line with { Port = line.Port - 1 };
        }
    }

    private static IEnumerable<IReadOnlyList<T>> Without<T>(IReadOnlyList<T> items) =>
        Enumerable.Range(0, items.Count).Select(left => (IReadOnlyList<T>)[.. items.Where((_, i) => i != left)]);

    private static IEnumerable<IReadOnlyList<T>> Replaced<T>(IReadOnlyList<T> items, Func<T, IEnumerable<T>> simpler) =>
        from place in Enumerable.Range(0, items.Count)
        from replacement in simpler(items[place])
        select (IReadOnlyList<T>)[.. items.Select((item, i) => i == place ? replacement : item)];
}
