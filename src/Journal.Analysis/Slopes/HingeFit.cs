namespace Journal.Analysis.Slopes;

/// <summary>Least squares of y on 1, x and max(0, x - knee).</summary>
internal readonly record struct HingeFit(double Slope, double Turn, double Error, double Spread)
{
    /// <summary>Fits around the means, so that large levels do not cancel; an infinite knee fits one line.</summary>
    public static HingeFit Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double knee)
    {
        double meanX = 0, meanH = 0, meanY = 0;
        for (var i = 0; i < x.Length; i++)
        {
            meanX += (x[i] - meanX) / (i + 1);
            meanH += (Math.Max(0, x[i] - knee) - meanH) / (i + 1);
            meanY += (y[i] - meanY) / (i + 1);
        }
        double xx = 0, xh = 0, hh = 0, xy = 0, hy = 0, yy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            double dx = x[i] - meanX, dh = Math.Max(0, x[i] - knee) - meanH, dy = y[i] - meanY;
            (xx, xh, hh) = (xx + dx * dx, xh + dx * dh, hh + dh * dh);
            (xy, hy, yy) = (xy + dx * dy, hy + dh * dy, yy + dy * dy);
        }
        var determinant = xx * hh - xh * xh;
        if (determinant <= 1e-12 * xx * hh || hh == 0) return new(xy / xx, 0, Rest(x, y, knee, meanX, meanH, meanY, xy / xx, 0), yy);
        var slope = (xy * hh - hy * xh) / determinant;
        var turn = (hy * xx - xy * xh) / determinant;
        return new(slope, turn, Rest(x, y, knee, meanX, meanH, meanY, slope, turn), yy);
    }

    private static double Rest(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double knee, double meanX, double meanH, double meanY, double slope, double turn)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            var off = y[i] - meanY - slope * (x[i] - meanX) - turn * (Math.Max(0, x[i] - knee) - meanH);
            sum += off * off;
        }
        return sum;
    }
}
