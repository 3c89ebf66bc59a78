"""Texts and files that cannot be read as data, each with the sentence that says why."""

from perceptron.data_form import MUST_HOLD

MALFORMED: dict[str, tuple[str | bytes, str]] = {
    "nothing": ("", "is empty."),
    "blank lines only": ("\n \n\t\n", "is empty."),
    "one number": (
        "5\n",
        "has only one column, because its cells are not separated by commas, semicolons, tabs or spaces.",
    ),
    "one row": ("1,2,3\n", "has only one row; the neuron needs at least two to learn from."),
    "one row below a header": ("x,y\n1,2\n", "has only one row; the neuron needs at least two to learn from."),
    "a header only": ("hours,sleep,passed\n", "has a header, but no rows."),
    "one column": (
        "1\n2\n3\n",
        "has only one column, because its cells are not separated by commas, semicolons, tabs or spaces.",
    ),
    "one column of decimal commas in quotes": (
        '"0,5"\n"0,7"\n',
        "has only one column; a table needs at least one input and a target.",
    ),
    "one column below a name": (
        "x\n1\n2\n",
        "has only one column, because its cells are not separated by commas, semicolons, tabs or spaces.",
    ),
    "one column besides empty ones": (
        "1,,\n2,,\n",
        "has only one column; a table needs at least one input and a target.",
    ),
    "one column besides row names": (
        '"","x"\n"1",5\n"2",6\n',
        "has only one column that can be used; a table needs at least one input and a target.",
    ),
    "only separators": (";;;\n;;;\n", "has no cell that holds anything."),
    "a row too short": (
        "a,b,c\n1,2,3\n4,5\n7,8,9\n",
        "line 3 has 2 cells between commas, but line 1 has 3; all must have as many.",
    ),
    "a row too long": (
        "1,2,3\n4,5,6,7\n",
        "line 2 has 4 cells between commas, but line 1 has 3; all must have as many.",
    ),
    "a header too short": (
        "a,b\n1,2,3\n9,8,7\n",
        "line 2 has 3 cells between commas, but line 1 has 2; all must have as many.",
    ),
    "a header too long": (
        "a,b,c,d\n1,2,3\n4,5,6\n",
        "line 2 has 3 cells between commas, but line 1 has 4; all must have as many.",
    ),
    "a title above the table": (
        "Class 9b\n\nx,y\n1,2\n3,4\n",
        "line 3 has 2 cells between commas, but line 1 has 1; all must have as many.",
    ),
    "a note below the table": (
        "x,y\n1,2\n3,4\nmeasured on Monday\n",
        "line 4 has 1 cell between commas, but line 1 has 2; all must have as many.",
    ),
    "an empty cell": ("1,2,3\n4,,6\n", "line 2, cell 2 is empty."),
    "an empty target": ("x,y\n1,2\n3,\n", "line 3, cell 2 (y) is empty."),
    "an empty cell below its column's name": (
        "hours\tsleep\tpassed\n1\t2\t3\n\t5\t6\n",
        "line 3, cell 1 (hours) is empty.",
    ),
    "only text": ("hello there\nmy friend\n", "line 2, cell 1 (hello) holds “my”, which is not a number."),
    "a letter": (
        "Dear all,\nhere is it, finally:\n1, 2\n",
        "line 2, cell 1 (Dear all) holds “here is it”, which is not a number; is this line a second header?",
    ),
    "one line of text": (
        "hello",
        "has only one column, because its cells are not separated by commas, semicolons, tabs or spaces.",
    ),
    "a word among numbers": ("a;b;c\n1;2;3\n4;five;6\n", "line 3, cell 2 (b) holds “five”, which is not a number."),
    "a word in the first row": (
        "1,2,x3\n4,5,6\n",
        "line 1, cell 3 holds “x3”, which is not a number; is this line a header?",
    ),
    "a number among words of a header": (
        "year,2020,y\n1,2,3\n4,5,6\n",
        "line 1, cell 1 holds “year”, which is not a number; is this line a header?",
    ),
    "names in a column that is not the target": (
        "car,power,seats\nMini,75,4\nBus,300,50\n",
        "line 2, cell 1 (car) holds “Mini”, which is not a number.",
    ),
    "three classes": (
        "5.1,3.5,setosa\n7,3.2,versicolor\n6.3,3.3,virginica\n",
        "line 1, cell 3 holds “setosa”, which is not a number, and its column holds 3 names (“setosa”, "
        "“versicolor”, “virginica”); a target has numbers or exactly two names.",
    ),
    "four classes": (
        "1,a\n2,b\n3,c\n4,d\n",
        "line 1, cell 2 holds “a”, which is not a number, and its column holds 4 names (“a”, “b”, “c”, …); a "
        "target has numbers or exactly two names.",
    ),
    "one class": (
        "1,yes\n2,yes\n",
        "line 1, cell 2 holds “yes”, which is not a number, and its column holds 1 name (“yes”); a target has "
        "numbers or exactly two names.",
    ),
    "classes and a missing one": ("1,yes\n2,NA\n3,no\n", "line 2, cell 2 holds “NA”, which is not a number."),
    "classes and an empty one": ("1,yes\n2,\n3,no\n", "line 2, cell 2 is empty."),
    "classes and numbers": ("x,y\n1,yes\n2,0\n", "line 2, cell 2 (y) holds “yes”, which is not a number."),
    "NaN": ("1,2,3\n4,NaN,6\n", "line 2, cell 2 holds “NaN”, which is not a number."),
    "NaN in the first row": (
        "NaN,2,3\n4,5,6\n",
        "line 1, cell 1 holds “NaN”, which is not a number; is this line a header?",
    ),
    "an infinity": ("1,2,3\n4,inf,6\n", "line 2, cell 2 holds “inf”, which is not a number."),
    "a negative infinity as target": ("1,2\n3,-Infinity\n", "line 2, cell 2 holds “-Infinity”, which is not a number."),
    "a sign of infinity": ("1,2\n3,∞\n", "line 2, cell 2 holds “∞”, which is not a number."),
    "1e400": ("1,2,3\n4,1e400,6\n", "line 2, cell 2 holds a number that a 64-bit float cannot hold."),
    "an exponent of thirty digits": (
        "1,2\n1e999999999999999999999999999999,4\n",
        "line 2, cell 1 holds a number that a 64-bit float cannot hold.",
    ),
    "a number that becomes zero": (
        "1,2\n1e-400,4\n",
        "line 2, cell 1 holds 1E-400, but the nearest that a 64-bit float can hold is 0.",
    ),
    "a whole number that no float holds": (
        "1,2\n9007199254740993,4\n",
        "line 2, cell 1 holds 9007199254740993, but the nearest that a 64-bit float can hold is 9007199254740992.",
    ),
    "more digits than a float holds": (
        "1,2\n0.1000000000000000000001,4\n",
        "line 2, cell 1 holds 0.1000000000000000000001, but the nearest that a 64-bit float can hold is 0.1.",
    ),
    "a target with too many decimals": (
        "1,2\n3,1e-20\n",
        "line 2, cell 2 holds 1e-20, but answers are compared at 15 decimals at most.",
    ),
    "a number of 101 digits": (
        "1,2\n3," + "9" * 101 + "\n",
        "line 2, cell 2 holds 9999999999999999999999999999999999999999…, but the nearest that a 64-bit float can "
        "hold is 1e+101.",
    ),
    "eleven inputs": ("\n".join([",".join(["1"] * 12)] * 3), "has 11 inputs; the neuron takes 10 at most."),
    "10,001 rows": ("1,2\n" * 10_001, "has more than 10,000 rows, the most that are read."),
    "10,001 rows below a header": ("x,y\n" + "1,2\n" * 10_001, "has more than 10,000 rows, the most that are read."),
    "a huge file": ("1.25,2.25\n" * 200_001, "is larger than 2 MB, the most that is read."),
    "a huge cell": (
        "1," + "x" * 200_000 + "\n2,3\n",
        "line 1 cannot be split at commas (field larger than field limit (131072)); is a quotation mark not closed?",
    ),
    "mixed separators": (
        "1,2,3\n4;5;6\n",
        "line 2 has 1 cell between commas, but line 1 has 3; all must have as many.",
    ),
    "mixed separators in a row": (
        "1,2;3\n4;5;6\n",
        "line 2 has 3 cells between semicolons, but line 1 has 2; all must have as many.",
    ),
    "tabs and spaces": ("1\t2\t3\n4 5 6\n", "line 2 has 1 cell between tabs, but line 1 has 3; all must have as many."),
    "mixed decimal marks": (
        "x;y\n1,5;2\n2.5;3,5\n",
        "line 3, cell 1 (x) holds “2.5”, which is not a number with a decimal comma.",
    ),
    "two decimal points": ("1,2\n1.2.3,4\n", "line 2, cell 1 holds “1.2.3”, which is not a number."),
    "another separator": (
        "1|2|3\n4|5|6\n",
        "has only one column, because its cells are not separated by commas, semicolons, tabs or spaces.",
    ),
    "colons": (
        "1:2\n3:4\n",
        "has only one column, because its cells are not separated by commas, semicolons, tabs or spaces.",
    ),
    "thousands or decimals": (
        "1,200;3,400\n1,300;4,500\n",
        "can be read in 2 ways: line 1, “1,200;3,400”, is 1200 | 3400 with semicolons and a decimal point, or 1.2 "
        "| 3.4 with semicolons and a decimal comma. Choose with --decimal.",
    ),
    "decimals or thousands": (
        "x\ty\n1.500\t2\n3.250\t4\n",
        "can be read in 2 ways: line 2, “1.500 2”, is 1.5 | 2 with tabs and a decimal point, or 1500 | 2 with "
        "tabs and a decimal comma. Choose with --decimal.",
    ),
    "three readings": (
        "1,500 200,300\n1,600 300,400\n",
        "can be read in 3 ways: line 1, “1,500 200,300”, is 1 | 500200 | 300 with commas, or 1500 | 200300 with "
        "spaces and a decimal point, or 1.5 | 200.3 with spaces and a decimal comma. Choose with --separator and "
        "--decimal.",
    ),
    "groups that are not of three": ("1;2\n1 00;4\n", "line 2, cell 1 holds “1 00”, which is not a number."),
    "a formula": ("1,2,3\n4,=A1+B1,6\n", "line 2, cell 2 holds “=A1+B1”, which is not a number."),
    "a failed formula": ("1,2\n3,#DIV/0!\n", "line 2, cell 2 holds “#DIV/0!”, which is not a number."),
    "failed formulas only": (
        "1,#N/A\n3,#REF!\n",
        "line 1, cell 2 holds “#N/A”, which is not a number; is this line a header?",
    ),
    "a percentage": ("x,y\n50%,1\n20%,0\n", "line 2, cell 1 (x) holds “50%”, which is not a number."),
    "money": ("price,sold\n€ 5,1\n€ 7,0\n", "line 2, cell 1 (price) holds “€ 5”, which is not a number."),
    "dates": (
        "day,rain\n2024-01-02,3\n2024-01-03,4\n",
        "line 2, cell 1 (day) holds “2024-01-02”, which is not a number.",
    ),
    "times": ("at,rain\n12:30,3\n13:30,4\n", "line 2, cell 1 (at) holds “12:30”, which is not a number."),
    "fractions": ("x,y\n1/2,3\n1/4,4\n", "line 2, cell 1 (x) holds “1/2”, which is not a number."),
    "hexadecimal": ("x,y\n0x10,3\n0x20,4\n", "line 2, cell 1 (x) holds “0x10”, which is not a number."),
    "true and false as inputs": (
        "a,b,and\nTRUE,FALSE,0\nTRUE,TRUE,1\n",
        "line 2, cell 1 (a) holds “TRUE”, which is not a number.",
    ),
    "a header of two lines": (
        "Measured;;Result\nhours;sleep;passed\n1;2;3\n4;5;6\n",
        "line 2, cell 1 (Measured) holds “hours”, which is not a number; is this line a second header?",
    ),
    "units below the header": (
        "time\tmass\nh\tkg\n1\t2\n4\t5\n",
        "line 2, cell 1 (time) holds “h”, which is not a number; is this line a second header?",
    ),
    "a row of totals": ("x;y\n1;2\n3;4\nTotal;6\n", "line 4, cell 1 (x) holds “Total”, which is not a number."),
    "money with decimal commas": (
        "price;sold\n5,00 €;1\n7,50 €;0\n",
        "line 2, cell 1 (price) holds “5,00 €”, which is not a number.",
    ),
    "decimal points and commas": (
        "x;y\n1.5;2,5\n3.5;4,5\n",
        "line 2, cell 2 (y) holds “2,5”, which is not a number with a decimal point.",
    ),
    "a character without width within a number": (
        "x;y\n1\u200b5;2\n35;4\n",
        "line 2, cell 1 (x) holds “1�5”, which is not a number; � stands for a character that cannot be seen.",
    ),
    "a soft hyphen within a number": (
        "x;y\n1\u00ad5;2\n35;4\n",
        "line 2, cell 1 (x) holds “1�5”, which is not a number; � stands for a character that cannot be seen.",
    ),
    "names that differ only in what cannot be seen": (
        "x;y\n1;yes\n2;\u200eyes\u200b\n",
        "line 2, cell 2 (y) holds “yes”, which is not a number, and its column holds 1 name (“yes”); a target has "
        "numbers or exactly two names.",
    ),
    "percentages as two classes": (
        "x;y\n1;5%\n2;7%\n",
        "line 2, cell 2 (y) holds “5%”, which is not a number; the name of a class needs a letter.",
    ),
    "amounts of money as two classes": (
        "x;y\n1;$5\n2;$7\n",
        "line 2, cell 2 (y) holds “$5”, which is not a number; the name of a class needs a letter.",
    ),
    "dates as two classes": (
        "x;y\n1;2024-01-02\n2;2024-01-03\n",
        "line 2, cell 2 (y) holds “2024-01-02”, which is not a number; the name of a class needs a letter.",
    ),
    "times as two classes": (
        "x;y\n1;12:30\n2;13:30\n",
        "line 2, cell 2 (y) holds “12:30”, which is not a number; the name of a class needs a letter.",
    ),
    "fractions as two classes": (
        "x;y\n1;1/2\n2;1/4\n",
        "line 2, cell 2 (y) holds “1/2”, which is not a number; the name of a class needs a letter.",
    ),
    "accountants’ negative numbers as two classes": (
        "x;y\n1;(5)\n2;(6)\n",
        "line 2, cell 2 (y) holds “(5)”, which is not a number; the name of a class needs a letter.",
    ),
    "Bengali digits as two classes": (
        "x;y\n1;১\n2;২\n",
        "line 2, cell 2 (y) holds “১”, which is not a number; the name of a class needs a letter.",
    ),
    "numbers with underscores as two classes": (
        "x;y\n1;1_000\n2;2_000\n",
        "line 2, cell 2 (y) holds “1_000”, which is not a number; the name of a class needs a letter.",
    ),
    "hexadecimal numbers as two classes": (
        "x;y\n1;0x10\n2;0x20\n",
        "line 2, cell 2 (y) holds “0x10”, which is not a number.",
    ),
    "Fortran’s numbers as two classes": (
        "x;y\n1;1.5D+02\n2;2.5D+02\n",
        "line 2, cell 2 (y) holds “1.5D+02”, which is not a number.",
    ),
    "a dash and a name as two classes": ("x;y\n1;-\n2;yes\n", "line 2, cell 2 (y) holds “-”, which is not a number."),
    "dots and a name as two classes": ("x;y\n1;...\n2;yes\n", "line 2, cell 2 (y) holds “...”, which is not a number."),
    "“N.A.” and a name as two classes": (
        "x;y\n1;N.A.\n2;yes\n",
        "line 2, cell 2 (y) holds “N.A.”, which is not a number.",
    ),
    "<NA> and a name as two classes": (
        "x;y\n1;<NA>\n2;yes\n",
        "line 2, cell 2 (y) holds “<NA>”, which is not a number.",
    ),
    "what Windows writes for NaN as two classes": (
        "x;y\n1;1.#QNAN\n2;1.#INF\n",
        "line 2, cell 2 (y) holds “1.#QNAN”, which is not a number.",
    ),
    "signs of infinity as two classes": ("x;y\n1;∞\n2;-∞\n", "line 2, cell 2 (y) holds “∞”, which is not a number."),
    "a quotation mark that is not closed": (
        'x,y\n"1,2\n3,4\n',
        "line 2 cannot be split at commas (unexpected end of data); is a quotation mark not closed?",
    ),
    "text after a quotation mark": (
        'x,y\n1,2\n"3"4,5\n',
        "line 3 cannot be split at commas (',' expected after '\"'); is a quotation mark not closed?",
    ),
    "a quotation mark in a number": ('x,y\n1,2\n3",4\n', 'line 3, cell 1 (x) holds “3"”, which is not a number.'),
    "a first column without a name": (
        ",x,y\n5,1,2\n9,3,4\n",
        "line 2, cell 1 is in a column that has no name and does not count the rows; give it a name, or delete it.",
    ),
    "row names that repeat": (
        ",x,y\nMini,1,2\nMini,3,4\n",
        "line 2, cell 1 is in a column that has no name and does not count the rows; give it a name, or delete it.",
    ),
    "a table for Markdown": (
        "| x | y |\n|---|---|\n| 1 | 2 |\n",
        "line 2 has 1 cell between spaces, but line 1 has 5; all must have as many.",
    ),
    "a page of HTML": (
        "<!DOCTYPE html>\n<table><tr><td>1</td><td>2</td></tr></table>\n",
        "is a web page or XML; only tables and JSON can be read.",
    ),
    "XML": ('\ufeff<?xml version="1.0"?><rows/>', "is a web page or XML; only tables and JSON can be read."),
    "Python": (
        "import math\nprint(math.pi, 3)\n",
        "line 2, cell 1 (import) holds “print(math.pi,”, which is not a number.",
    ),
    "SQL": ("INSERT INTO t VALUES (1, 2), (3, 4);\n", "has a header, but no rows."),
    "a vCard": (
        "BEGIN:VCARD\nN:Doe;Jane;;;\nEND:VCARD\n",
        "line 2 has 5 cells between semicolons, but line 1 has 1; all must have as many.",
    ),
    "comments": (
        "# x,y\n# of 2024\n1,2\n3,4\n",
        "line 2 has 1 cell between commas, but line 1 has 2; all must have as many.",
    ),
    "JSON that breaks off": (
        '{"training_inputs": [[1, 2]',
        f"is not JSON (Expecting ',' delimiter: line 1 column 28 (char 27)); {MUST_HOLD}.",
    ),
    "JSON of records": (
        '[{"x": 1, "y": 2}, {"x": 3, "y": 4}]',
        f"{MUST_HOLD}.",
    ),
    "nested JSON": (
        '{"training_inputs": [[[1]]], "training_outputs": [1], "test_inputs": [[1]]}',
        "“training_inputs, row 1” holds a list or an object, which is not a number.",
    ),
    "deeply nested JSON": ("[" * 100_000, "is nested too deeply to read; only lists of lists are needed."),
    "deeply nested JSON beside strings": (
        '["]\\"]", ' * 101,
        "is nested too deeply to read; only lists of lists are needed.",
    ),
    "a string in JSON that does not end": (
        '{"' + '\\"' * 100_000,
        f"is not JSON (Unterminated string starting at: line 1 column 2 (char 1)); {MUST_HOLD}.",
    ),
    "JSON with NaN": (
        '{"training_inputs": [[NaN]], "training_outputs": [1], "test_inputs": [[1]]}',
        "“training_inputs, row 1” holds NaN, which is not a number.",
    ),
    "JSON of eleven inputs": (
        '{"training_inputs": [[0,0,0,0,0,0,0,0,0,0,0]], "training_outputs": [0], "test_inputs": '
        "[[0,0,0,0,0,0,0,0,0,0,0]]}",
        "has 11 inputs; the neuron takes 10 at most.",
    ),
    "JSON lines": (
        '{"x": 1}\n{"x": 2}\n',
        f"is not JSON (Extra data: line 2 column 1 (char 9)); {MUST_HOLD}.",
    ),
    "a workbook": (
        b"PK\x03\x04\x14\0\x06\0",
        "is a workbook (.xlsx, .ods) or another zip file; save the sheet as CSV.",
    ),
    "an old workbook": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "is a workbook of older Excel (.xls) or the like; save the sheet as CSV.",
    ),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "is a PDF; copy its table into a text file."),
    "a picture": (b"\x89PNG\r\n\x1a\n", "is a picture; only text can be read."),
    "packed by gzip": (b"\x1f\x8b\x08\0\0\0\0\0", "is packed by gzip; unpack it first."),
    "binary": (bytes(range(256)), "is not text (byte 217 is not UTF-16-BE)."),
    "zero bytes": (b"\0" * 64, "is not text (line 1 holds the control character 0)."),
    "text with a zero byte": (b"1,2\n3,4\0\n", "is not text (line 2 holds the control character 0)."),
    "text with a bell": (b"1,2\n3,\x074\n", "is not text (line 2 holds the control character 7)."),
    "UTF-16 that breaks off": ("1,2\n3,4\n".encode("utf-16")[:-1], "is not text (byte 17 is not UTF-16)."),
    "UTF-16 of text": (
        "hello there\nmy friend\n".encode("utf-16"),
        "line 2, cell 1 (hello) holds “my”, which is not a number.",
    ),
    "a mark of UTF-8 and other bytes": (b"\xef\xbb\xbf1,2\n3,\xe9\n", "is not text (byte 7 is not UTF-8-SIG)."),
    "neither UTF-8 nor Windows-1252": (b"1,2\n3,\x81\n", "is not text (byte 7 is neither UTF-8 nor Windows-1252)."),
}
