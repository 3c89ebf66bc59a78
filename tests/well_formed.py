"""Tables as people have them, with the numbers that they mean and how they are read."""

from collections.abc import Sequence

Numbers = Sequence[Sequence[float]]
TWO = ((1, 2, 3), (4, 5, 6))
HALVES = ((0.5, 8, 0), (1.5, 7, 1))
IRIS = ((5.1, 3.5, 1.4, 0.2, 0), (4.9, 3.0, 1.4, 0.2, 0), (7.0, 3.2, 4.7, 1.4, 1), (6.4, 3.2, 4.5, 1.5, 1))
WELL_FORMED: dict[str, tuple[str, Numbers, str]] = {
    "commas": ("1,2,3\n4,5,6\n", TWO, "2 inputs (column 1, column 2) → column 3; commas, no header."),
    "commas and spaces": ("1, 2, 3\n4, 5, 6", TWO, "2 inputs (column 1, column 2) → column 3; commas, no header."),
    "a header": ("a,b,c\n1,2,3\n4,5,6\n", TWO, "2 inputs (a, b) → c; commas, header."),
    "a byte-order mark": ("\ufeffa,b,c\n1,2,3\n4,5,6\n", TWO, "2 inputs (a, b) → c; commas, header."),
    "a header in quotes": ('"a, b","c ""d""",e\n1,2,3\n4,5,6\n', TWO, '2 inputs (a, b, c "d") → e; commas, header.'),
    "a header of two lines": (
        '"hours\nslept",b,c\n1,2,3\n4,5,6\n',
        TWO,
        "2 inputs (hours�slept, b) → c; commas, header.",
    ),
    "numbers in quotes": (
        '"1","2","3"\n"4","5","6"\n',
        TWO,
        "2 inputs (column 1, column 2) → column 3; commas, no header.",
    ),
    "spaces": ("  1 2   3\n  4 5   6\n", TWO, "2 inputs (column 1, column 2) → column 3; spaces, no header."),
    "tabs, old Mac": ("a\tb\tc\r1\t2\t3\r4\t5\t6\r", TWO, "2 inputs (a, b) → c; tabs, header."),
    "blank lines": ("\n\na,b,c\r\n \r\n1,2,3\r\n\r\n4,5,6\r\n\r\n", TWO, "2 inputs (a, b) → c; commas, header."),
    "empty rows and columns": (",a,,b,c,\n,,,,,\n,1,,2,3,\n,4,,5,6,\n", TWO, "2 inputs (a, b) → c; commas, header."),
    "a header with one unnamed column": ("a,,c\n1,2,3\n4,5,6\n", TWO, "2 inputs (a, column 2) → c; commas, header."),
    "the same name twice": ("a,a,c\n1,2,3\n4,5,6\n", TWO, "2 inputs (a, a) → c; commas, header."),
    "one input": ("C;F\n0;32\n100;212\n", ((0, 32), (100, 212)), "1 input (C) → F; semicolons, header."),
    "ten inputs": (
        "0,1,2,3,4,5,6,7,8,9,45\n" * 2,
        ((*range(10), 45),) * 2,
        "10 inputs (column 1, column 2, column 3, column 4, column 5, column 6, column 7, column 8, column 9, "
        "column 10) → column 11; commas, no header.",
    ),
    "signs and exponents": (
        "-1;+2.5e-1;1E3\n\u22124;.5;6.\n",
        ((-1, 0.25, 1000), (-4, 0.5, 6)),
        "2 inputs (column 1, column 2) → column 3; semicolons, decimal point, no header.",
    ),
    "full-width and Arabic digits": (
        "１\t２\t３\n٤\t٥\t٦\n",
        TWO,
        "2 inputs (column 1, column 2) → column 3; tabs, no header.",
    ),
    "Excel with German settings": (
        "Stunden;Schlaf;bestanden\r\n0,5;8;0\r\n1,5;7;1\r\n",
        HALVES,
        "2 inputs (Stunden, Schlaf) → bestanden; semicolons, decimal comma, header.",
    ),
    "Excel with German settings and thousands": (
        "Fläche;Preis\r\n1.234,5;2.000\r\n80;1.000.000\r\n",
        ((1234.5, 2000), (80, 1_000_000)),
        "1 input (Fläche) → Preis; semicolons, decimal comma, header.",
    ),
    "Excel's line for itself": (
        "sep=;\r\na;b;c\r\n1;2;3\r\n4;5;6\r\n",
        TWO,
        "2 inputs (a, b) → c; semicolons, header.",
    ),
    "Excel’s line for itself, as others write it": (
        "SEP=; \r\na;b;c\r\n1;2;3\r\n4;5;6\r\n",
        TWO,
        "2 inputs (a, b) → c; semicolons, header.",
    ),
    "a separator at the end of some lines": (
        "a;b;c\n1;2;3;\n4;5;6\n",
        TWO,
        "2 inputs (a, b) → c; semicolons, header.",
    ),
    "a header with more separators than the rows": (
        "a;b;c;;\n1;2;3\n4;5;6\n",
        TWO,
        "2 inputs (a, b) → c; semicolons, header.",
    ),
    "Excel with Swiss settings": (
        "Fläche;Preis\n1'234.5;2’000\n80;1'000'000\n",
        ((1234.5, 2000), (80, 1_000_000)),
        "1 input (Fläche) → Preis; semicolons, decimal point, header.",
    ),
    "marks around cells that cannot be seen": (
        "\u200fa\u200f;\u00adb;c\u200b\n\u200e1;2\u00a0;\ufeff3\n\u202a4\u202c;5;6\u2060\n",
        TWO,
        "2 inputs (a, b) → c; semicolons, header.",
    ),
    "Persian names and emoji": (
        "می\u200cشود;👩\u200d🔬\n0;32\n100;212\n",
        ((0, 32), (100, 212)),
        "1 input (می\u200cشود) → 👩\u200d🔬; semicolons, header.",
    ),
    "copied from Excel with French settings": (
        "surface\tprix\n1\u202f234,5\t2\u00a0000\n80\t900\n",
        ((1234.5, 2000), (80, 900)),
        "1 input (surface) → prix; tabs, decimal comma, header.",
    ),
    "Google Sheets": (
        "hours,sleep,passed\r\n0.5,8,0\r\n1.5,7,1",
        HALVES,
        "2 inputs (hours, sleep) → passed; commas, decimal point, header.",
    ),
    "Google Sheets with German settings": (
        'Stunden,Schlaf,bestanden\r\n"0,5",8,0\r\n"1,5",7,1',
        HALVES,
        "2 inputs (Stunden, Schlaf) → bestanden; commas, decimal comma, header.",
    ),
    "Google Sheets with thousands": (
        'area,price\r\n"1,234.5","2,000"\r\n80,"1,000,000"',
        ((1234.5, 2000), (80, 1_000_000)),
        "1 input (area) → price; commas, decimal point, header.",
    ),
    "LibreOffice, TSV": (
        '"hours"\t"sleep"\t"passed"\n0.5\t8\t0\n1.5\t7\t1\n',
        HALVES,
        "2 inputs (hours, sleep) → passed; tabs, decimal point, header.",
    ),
    "R, write.csv": (
        '"","hours","sleep","passed"\n"1",0.5,8,0\n"2",1.5,7,1\n',
        HALVES,
        "2 inputs (hours, sleep) → passed; commas, decimal point, header; "
        "the first column holds row names and is left out.",
    ),
    "R, write.csv of cars": (
        '"","mpg","cyl","hp"\n"Mazda RX4",21,6,110\n"Datsun 710",22.8,4,93\n',
        ((21, 6, 110), (22.8, 4, 93)),
        "2 inputs (mpg, cyl) → hp; commas, decimal point, header; the first column holds row names and is left out.",
    ),
    "R, write.csv2": (
        '"";"hours";"sleep";"passed"\n"1";0,5;8;0\n"2";1,5;7;1\n',
        HALVES,
        "2 inputs (hours, sleep) → passed; semicolons, decimal comma, header; "
        "the first column holds row names and is left out.",
    ),
    "R, write.table": (
        '"hours" "sleep" "passed"\n"1" 0.5 8 0\n"2" 1.5 7 1\n',
        HALVES,
        "2 inputs (hours, sleep) → passed; spaces, decimal point, header; "
        "the first column holds row names and is left out.",
    ),
    "pandas with an index": (
        ",hours,sleep,passed\n0,0.5,8,0\n1,1.5,7,1\n",
        HALVES,
        "2 inputs (hours, sleep) → passed; commas, decimal point, header; "
        "the first column holds row names and is left out.",
    ),
    "pandas, a part of its rows": (
        ",a,b,c\n50,1,2,3\n51,4,5,6\n",
        TWO,
        "2 inputs (a, b) → c; commas, header; the first column holds row names and is left out.",
    ),
    "pandas without an index": (
        "a,b,c\n1.0,2.0,3.0\n4.0,5.0,6.0\n",
        TWO,
        "2 inputs (a, b) → c; commas, decimal point, header.",
    ),
    "NumPy, savetxt": (
        "5.000000000000000000e-01 8.000000000000000000e+00 0.000000000000000000e+00\n"
        "1.500000000000000000e+00 7.000000000000000000e+00 1.000000000000000000e+00\n",
        HALVES,
        "2 inputs (column 1, column 2) → column 3; spaces, decimal point, no header.",
    ),
    "two kinds of iris": (
        "5.1,3.5,1.4,0.2,Iris-setosa\n4.9,3.0,1.4,0.2,Iris-setosa\n"
        "7.0,3.2,4.7,1.4,Iris-versicolor\n6.4,3.2,4.5,1.5,Iris-versicolor\n\n",
        IRIS,
        "4 inputs (column 1, column 2, column 3, column 4) → column 5; commas, decimal point, no header; "
        "“Iris-setosa” is 0 and “Iris-versicolor” is 1.",
    ),
    "two kinds of iris, upside down": (
        "6.4,3.2,4.5,1.5,Iris-versicolor\n5.1,3.5,1.4,0.2,Iris-setosa\n",
        (IRIS[3], IRIS[0]),
        "4 inputs (column 1, column 2, column 3, column 4) → column 5; commas, decimal point, no header; "
        "“Iris-setosa” is 0 and “Iris-versicolor” is 1.",
    ),
    "yes and no with decimal commas": (
        "0,5;8;no\n1,5;7;Yes\n",
        HALVES,
        "2 inputs (column 1, column 2) → column 3; semicolons, decimal comma, no header; “no” is 0 and “Yes” is 1.",
    ),
    "plus and minus": (
        "1,2,-\n4,5,+\n",
        ((1, 2, 1), (4, 5, 0)),
        "2 inputs (column 1, column 2) → column 3; commas, no header; “+” is 0 and “-” is 1.",
    ),
    "classes with numbers in their names": (
        "a,type\n1,Type 1\n2,Type 2\n",
        ((1, 0), (2, 1)),
        "1 input (a) → type; commas, header; “Type 1” is 0 and “Type 2” is 1.",
    ),
    "decimal commas or commas: only one way fits": (
        "0,1;0\n0,2;1\n",
        ((0.1, 0), (0.2, 1)),
        "1 input (column 1) → column 2; semicolons, decimal comma, no header.",
    ),
    "a truth table": (
        "a b and\n0 0 0\n0 1 0\n1 0 0\n1 1 1\n",
        ((0, 0, 0), (0, 1, 0), (1, 0, 0), (1, 1, 1)),
        "2 inputs (a, b) → and; spaces, header.",
    ),
}
