using Journal.Web.Series;

namespace Journal.Tests.Series;

public sealed class ASeriesInCsv
{
    [Theory]
    [InlineData("2025-01-01,1\n2025-01-02,2\n2025-01-03,3\n")]
    [InlineData("date,value\r\n2025-01-01,1\r\n2025-01-02,2\r\n2025-01-03,3")]
    [InlineData("\"date\",\"value\"\n\"2025-01-01\",\"1\"\n\"2025-01-02\",\"2\"\n\"2025-01-03\",\"3\"\n")]
    [InlineData("Datum;Schritte\n01.01.2025;1,0\n02.01.2025;2,0\n03.01.2025;3,0\n")]
    [InlineData("day\tvalue\n2025/1/1\t1\n2025/1/2\t2\n2025/1/3\t3\n")]
    [InlineData("date|value\n20250101|1\n20250102|2\n20250103|3\n")]
    [InlineData("2025-01-01 07:30,1\n2025-01-02T08:00:00Z,2\n2025-01-03 09:15:30,3\n")]
    [InlineData("date,time,value\n2025-01-01,07:30,1\n2025-01-02,07:31,2\n2025-01-03,07:32,3\n")]
    [InlineData("date,note,value\n2025-01-01,\"a, b\",1\n2025-01-02,\"two\nlines\",2\n2025-01-03,\"\"\"so\"\"\",3\n")]
    [InlineData("id,when,steps,value\nx,2025-01-01,9,1\ny,2025-01-02,9,2\nz,2025-01-03,9,3\n")]
    [InlineData("2025-01-03,3\n2025-01-02,2\n2025-01-01,1\n")]
    [InlineData("1/1/2025,1\n1/2/2025,2\n1/3/2025,3\n1/31/2025,\n")]
    [InlineData("\n2025-01-01,1\n\n2025-01-02,2\n2025-01-03,3\n\n")]
    public void Is_read_as_spreadsheets_and_exporters_write_it(string csv)
    {
        var (series, refusal) = SeriesCsv.Read(csv);
        Assert.Null(refusal);
        Assert.Equal([new(2025, 1, 1), new(2025, 1, 2), new(2025, 1, 3)], series!.Days!.Take(3));
        Assert.Equal([1.0, 2.0, 3.0], series.Values.Take(3));
    }

    [Theory]
    [InlineData("2025-01-01,\"1,234.5\"", 1234.5)]
    [InlineData("2025-01-01,\"10,083\"", 10083.0)]
    [InlineData("2025-01-01;10,5", 10.5)]
    [InlineData("2025-01-01;1.234,5", null)]
    [InlineData("2025-01-01,1e3", 1000.0)]
    [InlineData("2025-01-01,-2.5", -2.5)]
    public void Has_numbers_with_either_comma(string csv, double? value)
    {
        var (series, refusal) = SeriesCsv.Read(csv);
        Assert.Equal(value, series?.Values[0]);
        Assert.Equal(value is null, refusal is not null);
    }

    [Theory]
    [InlineData("2025-01-01,\n2025-01-02,null\n2025-01-03,NA\n2025-01-04,4")]
    public void Has_missing_values(string csv) => Assert.Equal([double.NaN, double.NaN, double.NaN, 4], SeriesCsv.Read(csv).Series!.Values);

    [Theory]
    [InlineData("date,value\n2025-01-01,1\n2025-01-02,two\n", "series.invalid", "Line 3, column 2:")]
    [InlineData("date,value\n2025-01-01,1\nlater,2\n", "series.invalid", "Line 3, column 1:")]
    [InlineData("\n\ndate,value\n2025-01-01,1\n\n2025-02-30,2\n", "series.invalid", "Line 6, column 1:")]
    [InlineData("date,value\n2025-01-01,1\n2025-01-01,2\n", "series.days", "Line 3, column 1: the same day")]
    [InlineData("2025-01-01,1\n2025-01-05,1\n2025-01-03,2\n2025-01-06,1\n", "series.days", "Line 3, column 1: the day is not in order")]
    [InlineData("03/04/2025,1\n04/04/2025,2\n", "series.invalid", "Line 1, column 1: day and month")]
    [InlineData("a,b\nc,d\n", "series.invalid", "Line 2, column 1: no cell")]
    [InlineData("2025-01-01,\"1\n2025-01-02,2\n", "csv.invalid", "Line 1")]
    [InlineData("2025-01-01,x\n2025-01-02,y\n", "series.invalid", "Line 1, column 2:")]
    [InlineData("", "series.invalid", "The file has no lines.")]
    public void Is_refused_with_its_line_and_column(string csv, string code, string begins)
    {
        var (series, refusal) = SeriesCsv.Read(csv);
        Assert.Null(series);
        Assert.Equal(code, refusal!.Code);
        Assert.StartsWith(begins, refusal.Reason, StringComparison.Ordinal);
    }
}
