using Journal.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Journal.Cli.Output;

/// <summary>Stands between what is shown and the terminal: whatever a text holds, only the journal's own colours and line breaks reach it.</summary>
internal sealed class Escaped : IRenderHook
{
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) => renderables.Select(shown => new Shown(shown));

    private sealed class Shown(IRenderable inner) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => inner.Render(options, maxWidth)
            .Select(segment => segment.IsControlCode || segment.IsLineBreak || !segment.Text.Any(Printable.IsControl) ? segment : new Segment(Printable.Line(segment.Text), segment.Style));
    }
}
