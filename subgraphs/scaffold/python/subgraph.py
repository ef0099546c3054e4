"""Where the fields of schema.graphql come from."""

import json
from pathlib import Path

from executor import ArgumentError, Field

HERE = Path(__file__).parent
SDL = (HERE / "schema.graphql").read_text(encoding="utf-8")
ROWS = json.loads((HERE / "rows.json").read_text(encoding="utf-8"))["rows"]
BY_ID = {row["id"]: row for row in ROWS}


def bases(_, args):
    first = args.get("first", 20)
    if not isinstance(first, int) or isinstance(first, bool) or not 1 <= first <= 100:
        raise ArgumentError(f"first 应在 1 到 100 之间，收到 {first}。")
    return ROWS[:first]


def organization_of(base, _):
    return {"id": base["organizationId"]} if base["organizationId"] else None


def bases_of(organization, _):
    return [row for row in ROWS if row["organizationId"] == organization["id"]]


def entity(representation):
    """One entity by its key. An unknown key is None, never an error: the gateway asks for many at once."""
    kind = representation.get("__typename")
    if kind == "JilinAgriBase":
        row = BY_ID.get(representation.get("id"))
        return row and {**row, "__typename": kind}
    if kind == "Organization":
        return {"__typename": kind, "id": representation.get("id")}
    raise ArgumentError(f"没有实体类型 {kind}。")


def entities(_, args):
    # With a database: read all keys in one statement here, then answer them in their order.
    return [entity(it) for it in args["representations"]]


# Every type with its fields: where a value comes from, the type of what it selects, the arguments it takes.
SCHEMA = {
    "Query": {
        "jilinAgriBases": Field(bases, of="JilinAgriBase", args=("first",)),
        "_service": Field(lambda _, __: {"sdl": SDL}, of="_Service"),
        "_entities": Field(entities, of="_Entity", args=("representations",)),
    },
    "_Service": {"sdl": Field()},
    # A union: its members are told apart by __typename.
    "_Entity": {},
    "JilinAgriBase": {
        "id": Field(),
        "name": Field(),
        "technology": Field(),
        "foundedOn": Field(),
        "areaMu": Field(),
        "organization": Field(organization_of, of="Organization"),
    },
    "Organization": {"id": Field(), "jilinAgriBases": Field(bases_of, of="JilinAgriBase")},
}
