using Journal.Reports;

namespace Journal.Tests.Reports;

public sealed class WhatATextShows
{
    [Theory]
    [InlineData("Evil\u001b[2J\u001b]0;owned\a", "Evil^[[2J^[]0;owned^G")]
    [InlineData("two\nlines\tand a tab\r\n", "two lines and a tab ")]
    [InlineData("\u007f\u009b31m\u202eabc\u2028", "^?\\u009B31m\\u202Eabc\\u2028")]
    [InlineData("Olá, “mundo” 🙂👨‍👩‍👧", "Olá, “mundo” 🙂👨‍👩‍👧")]
    [InlineData("\0", "^@")]
    public void On_a_terminal_does_nothing_to_it(string text, string shown) => Assert.Equal(shown, Printable.Line(text));

    [Fact]
    public void Keeps_its_lines_where_it_is_laid_out() => Assert.Equal("a\n\tb^[", Printable.Lines("a\r\n\tb\u001b"));

    [Theory]
    [InlineData(1e16, "10000000000000000")]
    [InlineData(1.5e-7, "0.00000015")]
    [InlineData(-1.25e17, "-125000000000000000")]
    [InlineData(0.1, "0.1")]
    [InlineData(12345.678, "12345.678")]
    public void Of_a_number_is_every_digit(double number, string shown) => Assert.Equal(shown, Text.Plain(number));

    [Theory]
    [InlineData(0.001, "0.001")]
    [InlineData(-0.0012, "-0.0012")]
    [InlineData(0.00000123, "0.0000012")]
    [InlineData(0, "0")]
    [InlineData(0.004, "0.004")]
    [InlineData(0.125, "0.12")]
    public void Of_a_small_number_is_not_nothing(double number, string shown) => Assert.Equal(shown, Text.Number(number));

    [Theory]
    [InlineData(0.0004, "0.04 %")]
    [InlineData(0, "0 %")]
    [InlineData(0.004, "0.4 %")]
    [InlineData(0.405, "41 %")]
    public void Of_a_small_share_is_not_nothing(double share, string shown) => Assert.Equal(shown, Text.Percent(share));
}
