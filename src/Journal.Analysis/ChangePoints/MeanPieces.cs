using System.Runtime.CompilerServices;

namespace Journal.Analysis.ChangePoints;

/// <summary>The lower envelope of all candidate segments as a function of the current mean: adjoining pieces from the lowest mean to the highest.</summary>
internal struct MeanPieces
{
    private Piece[] pieces = new Piece[64];
    private Piece[] next = new Piece[64];
    private int count = 1;

    public MeanPieces(double low, double high) => pieces[0] = new Piece { Low = low, High = high };

    /// <summary>Takes in one sample and returns the start of the best last segment; <paramref name="start"/> is where a new one would begin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Add(double value, double penalty, int start)
    {
        var best = double.PositiveInfinity;
        var bestStart = 0;
        foreach (ref var piece in pieces.AsSpan(0, count))
        {
            piece.Add(value);
            var least = piece.Least();
            if (least >= best) continue;
            best = least;
            bestStart = piece.Start;
        }
        Prune(best + penalty, start);
        return bestStart;
    }

    /// <summary>Where a piece costs more than a fresh start, the fresh start takes its place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Prune(double limit, int start)
    {
        if (next.Length < 2 * count + 1) next = new Piece[4 * count];
        var kept = 0;
        foreach (ref readonly var piece in pieces.AsSpan(0, count))
        {
            var (from, to) = piece.Below(limit);
            if (from > to)
            {
                Cover(ref kept, piece.Low, piece.High, limit, start);
                continue;
            }
            if (from > piece.Low) Cover(ref kept, piece.Low, from, limit, start);
            next[kept] = piece;
            next[kept].Low = from;
            next[kept++].High = to;
            if (to < piece.High) Cover(ref kept, to, piece.High, limit, start);
        }
        (pieces, next, count) = (next, pieces, kept);
    }

    private readonly void Cover(ref int kept, double from, double to, double limit, int start)
    {
        if (kept > 0 && next[kept - 1].Start == start) next[kept - 1].High = to;
        else next[kept++] = new Piece { Low = from, High = to, Rest = limit, Start = start };
    }

    /// <summary>Cost Weight (mu - Mean)^2 + Rest for mu from Low to High, of a segment that begins at Start.</summary>
    private struct Piece
    {
        public double Low, High, Weight, Mean, Rest;
        public int Start;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(double value)
        {
            var off = value - Mean;
            var grown = Weight + 1;
            var step = off / grown;
            Rest += off * step * Weight;
            Mean += step;
            Weight = grown;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly double Least()
        {
            var off = Mean < Low ? Low - Mean : Mean > High ? Mean - High : 0;
            return Rest + Weight * off * off;
        }

        /// <summary>The part of the piece that costs at most the limit; empty (from above to) when there is none.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly (double From, double To) Below(double limit)
        {
            double left = Mean - Low, right = High - Mean;
            var room = limit - Rest;
            var far = Math.Max(left, right);
            if (Weight * far * far <= room) return (Low, High);
            if (room < 0) return (1, 0);
            var reach = Math.Sqrt(room / Weight);
            return (Math.Max(Low, Mean - reach), Math.Min(High, Mean + reach));
        }
    }
}
