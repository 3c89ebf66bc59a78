"""WebAssembly as bytes: the instructions that a compiled rule is made of, and the module around them.

Source: the WebAssembly core specification, chapter “Binary Format”. Everything here is of version 1.
"""

import struct

CODES = {
    "block": 0x02, "loop": 0x03, "if": 0x04, "else": 0x05, "end": 0x0B, "br": 0x0C, "br_if": 0x0D, "return": 0x0F,
    "call": 0x10, "select": 0x1B, "get": 0x20, "set": 0x21, "load": 0x2B, "store": 0x39, "i32": 0x41, "not": 0x45,
    "i32.ne": 0x47, "i32.add": 0x6A, "f64": 0x44, "and": 0x71, "eq": 0x61, "ne": 0x62, "lt": 0x63, "gt": 0x64,
    "le": 0x65, "ge": 0x66, "abs": 0x99, "neg": 0x9A, "ceil": 0x9B, "floor": 0x9C, "trunc": 0x9D, "sqrt": 0x9F,
    "add": 0xA0, "sub": 0xA1, "mul": 0xA2, "truediv": 0xA3, "copysign": 0xA6,
}  # fmt: skip
I32, F64, FUNCTION, NO_RESULT = b"\x7f", b"\x7c", b"\x60", b"\x40"
ALIGNMENT = b"\3"  # of 64-bit floats: 2^3 bytes
TYPES, IMPORTS, FUNCTIONS, EXPORTS, CODE = 1, 2, 3, 7, 10  # the sections that a module has here
WITH_ONE_ARGUMENT, WITH_TWO = 1, 2  # which of the types an imported function has; type 0 is that of `run`


def instruction(name: str) -> bytes:
    """An instruction without its operands."""
    return bytes([CODES[name]])


def number(value: float) -> bytes:
    """The instruction that puts a 64-bit float on the stack."""
    return instruction("f64") + struct.pack("<d", value)


def whole(value: int) -> bytes:
    """A whole number in LEB128, signed. Unsigned it reads the same, for it is long enough to have no sign."""
    if -64 <= value < 64:
        return bytes([value & 127])
    return bytes([value & 127 | 128]) + whole(value >> 7)


def at(offset: int) -> bytes:
    """The operands of a load or a store so many bytes after an address."""
    return ALIGNMENT + whole(offset)


def module(imports: list[str], arguments: bytes, floats: int, code: bytes) -> bytes:
    """A module that exports one function, `run`, which takes `arguments` and gives a whole number.

    It imports env.memory and C's functions `imports`. Besides its arguments, the function has a variable for a whole
    number and then so many for 64-bit floats.
    """
    run_type = FUNCTION + _list([arguments[i : i + 1] for i in range(len(arguments))]) + _list([I32])
    types = [run_type, FUNCTION + _list([F64]) + _list([F64]), FUNCTION + _list([F64, F64]) + _list([F64])]
    memory = _text("env") + _text("memory") + b"\2\0\0"  # of any size
    functions = [_text("env") + _text(name) + b"\0" + whole(_type_of(name)) for name in imports]
    run = _text("run") + b"\0" + whole(len(functions))
    body = _list([whole(1) + I32, whole(floats) + F64]) + code
    sections = {
        TYPES: types,
        IMPORTS: [memory, *functions],
        FUNCTIONS: [whole(0)],
        EXPORTS: [run],
        CODE: [whole(len(body)) + body],
    }
    return b"\0asm\1\0\0\0" + b"".join(_section(kind, items) for kind, items in sections.items())


def _type_of(name: str) -> int:
    return WITH_TWO if name == "pow" else WITH_ONE_ARGUMENT


def _section(kind: int, items: list[bytes]) -> bytes:
    content = _list(items)
    return bytes([kind]) + whole(len(content)) + content


def _list(items: list[bytes]) -> bytes:
    return whole(len(items)) + b"".join(items)


def _text(text: str) -> bytes:
    return whole(len(text)) + text.encode()
