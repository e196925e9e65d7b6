namespace Journal.Analysis.ChangePoints;

/// <summary>A place where a series begins to behave otherwise.</summary>
/// <param name="Index">First position of the new segment, counted from 0.</param>
/// <param name="Confidence">Share of all views of the series that see a change here too, 0 to 1.</param>
/// <param name="Before">Level just before the change, by the segment's fit, in the unit of the values.</param>
/// <param name="After">Level just after it.</param>
/// <param name="SlopeBefore">Change per sample in the segment before; 0 where it is flat.</param>
/// <param name="SlopeAfter">Change per sample in the segment after.</param>
/// <param name="Reason">What changed and how sure that is, in words.</param>
public sealed record ChangePoint(int Index, double Confidence, double Before, double After, double SlopeBefore, double SlopeAfter, string Reason);
