"""Executes GraphQL queries over a dictionary of types. Standard library only.

Queries with variables, arguments, aliases, fragments, @skip and @include. No mutations, no introspection: a gateway
asks for neither.
"""

from document import GraphQLProblem, parse

MAX_DEPTH = 30


class ArgumentError(Exception):
    """What a client may read: its message is passed on. Anything else a resolver raises is masked."""


class Field:
    """One field: `resolve(source, args)`, the type of what it selects, the names of its arguments."""

    def __init__(self, resolve=None, of=None, args=()):
        self.resolve = resolve
        self.of = of
        self.args = args


def answer(schema, query, variables=None, operation_name=None, record=print):
    """The answer to a query, as a dictionary with data and errors. `record` is told of masked exceptions."""
    try:
        operation, fragments = operation_of(parse(query), operation_name)
        values = variables_of(operation, variables or {})
        run = Run(schema, fragments, values, record)
        run.check("Query", operation["selections"], (), 0)
    except GraphQLProblem as problem:
        return {"errors": [{"message": str(problem), "extensions": {"code": "GRAPHQL_VALIDATION_FAILED"}}]}
    data = run.complete("Query", {}, operation["selections"], ())
    return {"data": data, "errors": run.errors} if run.errors else {"data": data}


def operation_of(document, name):
    operations, fragments = document
    found = [it for it in operations if name is None or it["name"] == name]
    if len(found) != 1:
        raise GraphQLProblem("应恰有一个操作，或以 operationName 指明。")
    if found[0]["kind"] != "query":
        raise GraphQLProblem("只支持 query。")
    return found[0], fragments


def variables_of(operation, given):
    if not isinstance(given, dict):
        raise GraphQLProblem("variables 应为对象。")
    values = {}
    for name, (type_text, default) in operation["variables"].items():
        if name in given:
            values[name] = given[name]
        elif default is not None:
            values[name] = default[0]
        if type_text.endswith("!") and values.get(name) is None:
            raise GraphQLProblem(f"缺少变量 ${name}。")
    return values


class Run:
    """One execution."""

    def __init__(self, schema, fragments, variables, record):
        self.schema = schema
        self.fragments = fragments
        self.variables = variables
        self.record = record
        self.errors = []

    def check(self, type_name, selections, inside, depth):
        """Refuses what the schema lacks, before anything is resolved."""
        if depth > MAX_DEPTH:
            raise GraphQLProblem("查询嵌套过深。")
        for it in selections:
            if it["kind"] != "field":
                if it["kind"] == "spread" and (it["name"] in inside or it["name"] not in self.fragments):
                    raise GraphQLProblem(f"片段 {it['name']} 没有定义，或引用了自己。")
                on, inner, names = self.fragment(it)
                if on is not None and on not in self.schema:
                    raise GraphQLProblem(f"没有类型 {on}。")
                self.check(on or type_name, inner, inside + names, depth + 1)
                continue
            if it["name"] == "__typename":
                continue
            field = self.schema[type_name].get(it["name"])
            if field is None:
                raise GraphQLProblem(f"{type_name} 没有字段 {it['name']}。")
            if bool(it["selections"]) != (field.of is not None):
                raise GraphQLProblem(f"{type_name}.{it['name']} {'应' if field.of else '不应'}选取字段。")
            if field.of:
                self.check(field.of, it["selections"], inside, depth + 1)
            for name, value in it["arguments"].items():
                if name not in field.args:
                    raise GraphQLProblem(f"{type_name}.{it['name']} 没有参数 {name}。")
                self.value(value)

    def complete(self, type_name, source, selections, path):
        """The object of one source, its fields in the order they were asked for."""
        answered = {}
        for key, (field, inner) in self.collect(type_name, selections).items():
            if field["name"] == "__typename":
                answered[key] = type_name
                continue
            answered[key] = self.resolve(self.schema[type_name][field["name"]], field, source, inner, path + (key,))
        return answered

    def collect(self, type_name, selections):
        """Fields by the key of their answer; those asked for twice are one."""
        found = {}
        for it in selections:
            if not self.wanted(it):
                continue
            if it["kind"] == "field":
                key = it["alias"] or it["name"]
                field, inner = found.get(key, (it, []))
                found[key] = (field, inner + it["selections"])
                continue
            on, inner, _ = self.fragment(it)
            if on in (None, type_name):
                for key, (field, more) in self.collect(type_name, inner).items():
                    first, before = found.get(key, (field, []))
                    found[key] = (first, before + more)
        return found

    def resolve(self, field, asked, source, selections, path):
        try:
            args = {name: self.value(value) for name, value in asked["arguments"].items()}
            value = field.resolve(source, args) if field.resolve else source.get(asked["name"])
        except ArgumentError as error:
            return self.fail(str(error), "BAD_USER_INPUT", path)
        except Exception as error:
            self.record(f"{type(error).__name__} in {'.'.join(map(str, path))}: {error}")
            return self.fail("内部错误，已记录。", "INTERNAL", path)
        if field.of is None:
            return value
        return self.shape(field.of, value, selections, path)

    def shape(self, type_name, value, selections, path):
        if value is None:
            return None
        if isinstance(value, list):
            return [self.shape(type_name, it, selections, path + (at,)) for at, it in enumerate(value)]
        # Of a union, the value says which member it is.
        member = type_name if self.schema[type_name] else value["__typename"]
        return self.complete(member, value, selections, path)

    def fail(self, message, code, path):
        self.errors.append({"message": message, "path": list(path), "extensions": {"code": code}})

    def fragment(self, it):
        if it["kind"] == "inline":
            return it["on"], it["selections"], ()
        fragment = self.fragments[it["name"]]
        return fragment["on"], fragment["selections"], (it["name"],)

    def wanted(self, it):
        skip = it["directives"].get("skip", {}).get("if", False)
        include = it["directives"].get("include", {}).get("if", True)
        return not self.value(skip) and bool(self.value(include))

    def value(self, value):
        """A value with its variables put in."""
        if isinstance(value, tuple):
            if value[0] not in self.variables:
                return None
            return self.variables[value[0]]
        if isinstance(value, list):
            return [self.value(it) for it in value]
        if isinstance(value, dict):
            return {name: self.value(it) for name, it in value.items()}
        return value
