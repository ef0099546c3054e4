"""Parses GraphQL documents: operations and fragments, as dictionaries. Standard library only."""

import json
import re

MAX_TOKENS = 20_000
MAX_DEPTH = 60
TOKEN = re.compile(
    r'[\s,\ufeff]+|#[^\n\r]*|("""(?:\\"""|[\s\S])*?"""|"(?:\\.|[^"\\\n\r])*")'
    r"|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])|([_A-Za-z]\w*)|(\.\.\.|[!$():=@\[\]{}])",
    re.ASCII,
)


class GraphQLProblem(Exception):
    """What is wrong with a request, as a client may read it."""


def parse(text):
    """Operations in their order, and fragments by name."""
    parser = Parser(tokens_of(text))
    operations, fragments = [], {}
    while parser.peek() is not None:
        if parser.peek() == "fragment":
            parser.take()
            name = parser.name()
            parser.expect("on")
            fragments[name] = {"on": parser.name(), "directives": parser.directives(), "selections": parser.selections()}
        else:
            operations.append(parser.operation())
    return operations, fragments


def tokens_of(text):
    if not isinstance(text, str):
        raise GraphQLProblem("query 应为文字。")
    tokens, at = [], 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if match is None:
            raise GraphQLProblem(f"第 {at + 1} 个字符有语法错误。")
        if match.lastindex is not None:
            tokens.append((match.lastindex, match[0]))
        if len(tokens) > MAX_TOKENS:
            raise GraphQLProblem("查询语句过长。")
        at = match.end()
    return tokens


class Parser:
    STRING, NUMBER, NAME = 1, 2, 3

    def __init__(self, tokens):
        self.tokens = tokens
        self.at = 0
        self.depth = 0

    def peek(self):
        return self.tokens[self.at][1] if self.at < len(self.tokens) else None

    def take(self):
        if self.at >= len(self.tokens):
            raise GraphQLProblem("查询语句没有写完。")
        self.at += 1
        return self.tokens[self.at - 1]

    def skip(self, text):
        if self.peek() != text:
            return False
        self.at += 1
        return True

    def expect(self, text):
        if not self.skip(text):
            raise GraphQLProblem(f"语法错误：应为 {text}，收到 {self.peek() or '结尾'}。")

    def name(self):
        kind, text = self.take()
        if kind != self.NAME:
            raise GraphQLProblem(f"语法错误：应为名称，收到 {text}。")
        return text

    def operation(self):
        kind, name, variables, directives = "query", None, {}, {}
        if self.peek() != "{":
            kind = self.name()
            if kind not in ("query", "mutation", "subscription"):
                raise GraphQLProblem(f"语法错误：{kind} 不是操作。")
            if self.peek() not in ("(", "{", "@"):
                name = self.name()
            if self.skip("("):
                while not self.skip(")"):
                    self.expect("$")
                    variable = self.name()
                    self.expect(":")
                    type_text = self.type()
                    variables[variable] = (type_text, (self.value(),) if self.skip("=") else None)
            directives = self.directives()
        return {
            "kind": kind,
            "name": name,
            "variables": variables,
            "directives": directives,
            "selections": self.selections(),
        }

    def type(self):
        if self.skip("["):
            inner = self.type()
            self.expect("]")
            text = f"[{inner}]"
        else:
            text = self.name()
        return text + "!" if self.skip("!") else text

    def selections(self):
        self.expect("{")
        self.deeper()
        found = []
        while not self.skip("}"):
            found.append(self.selection())
        self.depth -= 1
        if not found:
            raise GraphQLProblem("语法错误：{ } 中应选取字段。")
        return found

    def selection(self):
        if self.skip("..."):
            if self.peek() not in ("on", "@", "{"):
                return {"kind": "spread", "name": self.name(), "directives": self.directives()}
            on = self.name() if self.skip("on") else None
            return {"kind": "inline", "on": on, "directives": self.directives(), "selections": self.selections()}
        name, alias = self.name(), None
        if self.skip(":"):
            name, alias = self.name(), name
        return {
            "kind": "field",
            "name": name,
            "alias": alias,
            "arguments": self.arguments(),
            "directives": self.directives(),
            "selections": self.selections() if self.peek() == "{" else [],
        }

    def arguments(self):
        found = {}
        if self.skip("("):
            while not self.skip(")"):
                name = self.name()
                self.expect(":")
                found[name] = self.value()
        return found

    def directives(self):
        found = {}
        while self.skip("@"):
            name = self.name()
            found[name] = self.arguments()
        return found

    def value(self):
        """A value; a variable is a tuple of its name."""
        if self.skip("$"):
            return (self.name(),)
        if self.skip("["):
            self.deeper()
            values = []
            while not self.skip("]"):
                values.append(self.value())
            self.depth -= 1
            return values
        if self.skip("{"):
            self.deeper()
            fields = {}
            while not self.skip("}"):
                name = self.name()
                self.expect(":")
                fields[name] = self.value()
            self.depth -= 1
            return fields
        kind, text = self.take()
        if kind == self.STRING:
            return string_of(text)
        if kind == self.NUMBER:
            return float(text) if re.search(r"[.eE]", text) else int(text)
        if kind == self.NAME:
            return {"true": True, "false": False, "null": None}.get(text, text)
        raise GraphQLProblem(f"语法错误：应为取值，收到 {text}。")

    def deeper(self):
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise GraphQLProblem("查询嵌套过深。")


def string_of(text):
    if text.startswith('"""'):
        return text[3:-3].replace('\\"""', '"""').strip()
    try:
        return json.loads(text, strict=False)
    except ValueError:
        raise GraphQLProblem(f"文字写法有误：{text[:50]}") from None
