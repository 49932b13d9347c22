using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Web.Texts;
using TitleWorkflow.Web.WorkItems;

namespace TitleWorkflow.Web.Workflows;

/// <summary>What a page says of one step of a picture.</summary>
/// <param name="Css">Class of the box.</param>
/// <param name="Text">A few words under the box; empty for none.</param>
internal sealed record StepMark(string Css, string Text = "");

/// <summary>
/// Draws a flow as SVG: a box for each step, an arrow for each way, its outcome written on it. Colours come from the page;
/// alone, everything is drawn in the current colour.
/// </summary>
internal sealed class FlowPicture(IStringLocalizer texts, VisitWords visits, HtmlEncoder encoder)
{
    private const double Margin = 28;
    private const double LineHeight = 17;

    private static readonly Dictionary<string, StepMark> Unmarked = [];

    // What no line begins with.
    private const string Closing = "）》」”，。、；：";

    /// <summary>The picture, with its title for those who cannot see it.</summary>
    /// <param name="flow">What to draw.</param>
    /// <param name="marks">What is said of steps, by their ids; null for nothing.</param>
    /// <param name="id">Unique on the page.</param>
    public string Draw(GetFlowPicture.Result flow, IReadOnlyDictionary<string, StepMark>? marks = null, string id = "flow")
    {
        var svg = new StringBuilder();
        if (flow.Steps.Count == 0)
        {
            return "";
        }

        var points = flow.Ways.SelectMany(w => w.Points).ToList();
        var left = Math.Min(flow.Steps.Min(s => s.Place.X), points.Select(p => p.X).DefaultIfEmpty(double.MaxValue).Min()) - Margin;
        var top = Math.Min(flow.Steps.Min(s => s.Place.Y), points.Select(p => p.Y).DefaultIfEmpty(double.MaxValue).Min()) - Margin;
        var right = Math.Max(flow.Steps.Max(s => s.Place.Right), points.Select(p => p.X).DefaultIfEmpty(double.MinValue).Max()) + Margin;
        var bottom = Math.Max(flow.Steps.Max(s => s.Place.Bottom), points.Select(p => p.Y).DefaultIfEmpty(double.MinValue).Max()) + Margin;

        svg.Append(Invariant($"""
            <svg xmlns="http://www.w3.org/2000/svg" class="zp-flow" role="img" aria-labelledby="{id}-title" width="{right - left:0}" height="{bottom - top:0}" viewBox="{left:0.#} {top:0.#} {right - left:0.#} {bottom - top:0.#}" font-family="sans-serif" font-size="13">
            """));
        svg.Append(Invariant($"<title id=\"{id}-title\">")).Append(Encode(texts["flows.picture.title", flow.Name, flow.Version])).Append("</title>");
        foreach (var way in flow.Ways.OrderBy(w => w.Taken))
        {
            Draw(svg, way);
        }

        foreach (var step in flow.Steps)
        {
            Draw(svg, step, (marks ?? Unmarked).GetValueOrDefault(step.Id));
        }

        foreach (var way in flow.Ways.Where(w => w.Outcome is not null))
        {
            Label(svg, way);
        }

        return svg.Append("</svg>").ToString();
    }

    private static void Draw(StringBuilder svg, GetFlowPicture.Way way)
    {
        var line = string.Join(' ', way.Points.Select(p => Invariant($"{p.X:0.#},{p.Y:0.#}")));
        var css = way.Taken ? "way taken" : "way";
        svg.Append($"<g class=\"{css}\"><polyline points=\"{line}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" stroke-linejoin=\"round\"/>");
        svg.Append($"<path d=\"{Head(way.Points)}\" fill=\"currentColor\"/></g>");
    }

    private void Draw(StringBuilder svg, GetFlowPicture.Step step, StepMark? mark)
    {
        var place = step.Place;
        var round = step.Kind is GetFlowPicture.StepKind.Start or GetFlowPicture.StepKind.End ? place.Height / 2 : 8;
        var css = $"step {step.Kind} {step.State} {mark?.Css}".TrimEnd().ToLowerInvariant();
        svg.Append(Invariant($"""
            <g class="{css}"><rect x="{place.X:0.#}" y="{place.Y:0.#}" width="{place.Width:0.#}" height="{place.Height:0.#}" rx="{round:0.#}" fill="none" stroke="currentColor" stroke-width="1.5"/>
            """));
        if (step.State != GetFlowPicture.StepState.Open)
        {
            Mark(svg, step);
        }

        var lines = Lines(Name(step), (int)(place.Width / 14), (int)(place.Height / LineHeight));
        var y = place.Y + (place.Height / 2) - ((lines.Count - 1) * LineHeight / 2);
        foreach (var text in lines)
        {
            svg.Append(Invariant($"<text x=\"{place.X + (place.Width / 2):0.#}\" y=\"{y:0.#}\" text-anchor=\"middle\" dominant-baseline=\"central\" fill=\"currentColor\">"))
                .Append(Encode(text)).Append("</text>");
            y += LineHeight;
        }

        if (mark is { Text.Length: > 0 })
        {
            svg.Append(Invariant($"<text class=\"label\" x=\"{place.X + (place.Width / 2):0.#}\" y=\"{place.Bottom + 11:0.#}\" text-anchor=\"middle\" dominant-baseline=\"central\" font-size=\"12\" fill=\"currentColor\">"))
                .Append(Encode(mark.Text)).Append("</text>");
        }

        svg.Append("</g>");
    }

    // A sign in the corner, because colour alone tells nobody; the times when the pointer rests on the step.
    private void Mark(StringBuilder svg, GetFlowPicture.Step step)
    {
        var (x, y) = (step.Place.Right - 4, step.Place.Y + 4);
        var heading = texts["flows.visit.step", Name(step), texts["flows.step." + step.State.ToString().ToLowerInvariant()]];
        svg.Append("<title>").Append(Encode(string.Join('\n', step.Visits.Select(visits.Of).Prepend(heading.Value)))).Append("</title>");
        svg.Append(Invariant($"<circle class=\"mark\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"8\" fill=\"currentColor\"/>"));
        svg.Append(Invariant($"<path class=\"sign\" transform=\"translate({x:0.#} {y:0.#})\" d=\"{Sign(step.State)}\" fill=\"none\" stroke=\"#fff\" stroke-width=\"1.8\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>"));
    }

    // Tick, dot, exclamation mark, bent arrow, cross.
    private static string Sign(GetFlowPicture.StepState state) => state switch
    {
        GetFlowPicture.StepState.Done => "M-3.5 .3L-1 2.8L3.5 -2.5",
        GetFlowPicture.StepState.Faulted => "M0 -4V.8M0 3.6V3.7",
        GetFlowPicture.StepState.Skipped => "M-4 2.5C-3 -3 2 -3 3.2 1M3.6 -2.4L3.4 1.4L-.2 .4",
        GetFlowPicture.StepState.Cancelled => "M-2.6 -2.6L2.6 2.6M2.6 -2.6L-2.6 2.6",
        _ => "M-.6 0H.6",
    };

    // On the first stretch that has room for it; beside a line that goes up or down, over one that goes across.
    private void Label(StringBuilder svg, GetFlowPicture.Way way)
    {
        var (a, b) = way.Points.Zip(way.Points.Skip(1)).MaxBy(s => Math.Min(48, Length(s.First, s.Second)));
        var across = a.Y.Equals(b.Y);
        var (x, y) = across ? ((a.X + b.X) / 2, a.Y - 8) : (a.X + 6, (a.Y + b.Y) / 2);
        if (across && Length(a, b) > 160)
        {
            x = a.X + (Math.Sign(b.X - a.X) * 60);
        }

        svg.Append(Invariant($"<text class=\"{(way.Taken ? "label taken" : "label")}\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{(across ? "middle" : "start")}\" dominant-baseline=\"central\" font-size=\"12\" fill=\"currentColor\">"))
            .Append(Encode(texts.Outcome(way.Outcome!))).Append("</text>");
    }

    private static string Name(GetFlowPicture.Step step) =>
        Languages.IsChinese ? step.Text : step.English ?? step.Text;

    private static string Head(IReadOnlyList<Point> points)
    {
        var (from, to) = (points[^2], points[^1]);
        var length = Math.Max(1, Length(from, to));
        var (dx, dy) = ((to.X - from.X) / length, (to.Y - from.Y) / length);
        return Invariant($"M{to.X:0.#} {to.Y:0.#}L{to.X - (9 * dx) - (4.5 * dy):0.#} {to.Y - (9 * dy) + (4.5 * dx):0.#}L{to.X - (9 * dx) + (4.5 * dy):0.#} {to.Y - (9 * dy) - (4.5 * dx):0.#}Z");
    }

    // Chinese breaks anywhere, English between words; a Latin letter takes about half the width.
    private static List<string> Lines(string text, int width, int most)
    {
        var lines = new List<string> { "" };
        foreach (var part in Parts(text))
        {
            if (lines[^1].Length > 0 && Wide(lines[^1] + part) > width && lines.Count < Math.Max(1, most) && !Closing.Contains(part))
            {
                lines.Add("");
            }

            lines[^1] = lines[^1].Length == 0 ? part.TrimStart() : lines[^1] + part;
        }

        return lines;
    }

    private static IEnumerable<string> Parts(string text) => text.All(char.IsAscii)
        ? text.Split(' ').Select((word, i) => i == 0 ? word : " " + word)
        : text.Select(c => c.ToString());

    private static double Wide(string text) => text.Sum(c => char.IsAscii(c) ? 0.55 : 1);

    private static double Length(Point a, Point b) => Math.Abs(a.X - b.X) + Math.Abs(a.Y - b.Y);

    private string Encode(string text) => encoder.Encode(text);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
