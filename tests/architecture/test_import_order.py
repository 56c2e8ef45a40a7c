"""Imports point down: the order of the rooms, held file by file."""

from __future__ import annotations

import pytest

from tests.architecture.package_code import Module, modules

ORDER: tuple[tuple[str, ...], ...] = (
    ("catalog", "catalog.errors", "catalog.measures", "catalog.slack", "catalog.nothing", "catalog.languages"),
    ("catalog.product", "catalog.product_json", "catalog.documents", "catalog.ports"),
    ("catalog.cleaning", "catalog.sources"),
    ("catalog.clean",),
    ("catalog.types",),
    ("catalog.home", "catalog.storing"),
    ("catalog.columns", "catalog.view"),
    ("catalog.store",),
    (
        "catalog.memory_index",
        "catalog.lexical_index",
        "catalog.chroma_index",
        "catalog.embedders",
        "catalog.index_files",
    ),
    ("catalog.student",),
    ("catalog.query_vectors",),
    ("catalog.findings",),
    ("catalog.catalogue", "catalog.importing", "catalog.backup"),
    ("catalog.sample",),
    ("catalog.minilm",),
    ("catalog.commands", "catalog.__main__"),
    ("assistant", "assistant.errors", "assistant.stopwatch", "assistant.log_form", "assistant.json_lines"),
    ("assistant.vocabulary", "assistant.errand"),
    ("assistant.state",),
    ("assistant.ports",),
    ("assistant.prompts", "assistant.languages", "assistant.records", "assistant.chat_models"),
    ("assistant.understanding.lexicon", "assistant.understanding.intents"),
    ("assistant.understanding.message",),
    ("assistant.understanding.wants",),
    ("assistant.understanding.figures",),
    ("assistant.understanding.qualities",),
    ("assistant.understanding.changes",),
    ("assistant.understanding.turns",),
    (
        *("assistant.understanding", "assistant.retrieval", "assistant.ranking", "assistant.reasons"),
        *("assistant.personalization", "assistant.service"),
    ),
    ("assistant.basket", "assistant.column_names", "assistant.small_talk"),
    ("assistant.replies", "assistant.json_form", "assistant.misunderstanding"),
    ("assistant.conversation",),
    ("assistant.terminal", "assistant.sample_home", "assistant.langchain_shop"),
    ("assistant.settings",),
    ("assistant.choices",),
    ("assistant.evaluation", "assistant.web"),
    (
        "assistant.__main__",
        "assistant.describe_command",
        "assistant.evaluate_command",
        "assistant.scorer_training",
        "assistant.orders_command",
        "assistant.staff_command",
        "assistant.learn_policies_command",
        "assistant.learn_command",
        "assistant.recommend_command",
        "assistant.training_command",
        "assistant.person_command",
        "app",
    ),
)
"""From the ground up: a module imports its own group and the groups before it, never one after it."""

ROOMS = ("understanding", "retrieval", "ranking", "reasons", "personalization", "service")
"""Rooms of one group may use each other in one direction only."""


def rank(name: str) -> int:
    """The group of a module: the one that names the longest part of its dotted name."""
    fitting = [
        (len(prefix), place)
        for place, group in enumerate(ORDER)
        for prefix in group
        if name == prefix or (name.startswith((f"{prefix}.", f"{prefix}_")) and prefix not in ("catalog", "assistant"))
    ]
    assert fitting, f"{name} has no place in the order of rooms: give it one in {__file__}"
    return max(fitting)[1]


def own_imports(module: Module, at_once: bool = False) -> list[tuple[str, int]]:
    """The modules of the project that a module imports, with their lines; those that run on import alone if asked."""
    names = {one.name for one in modules()}
    found = []
    for one in module.imports:
        if one.name.split(".")[0] not in ("catalog", "assistant", "app") or (at_once and not one.at_once):
            continue
        target = one.name if one.name in names else one.name.rpartition(".")[0]
        assert target in names, f"{module.path}:{one.line} imports {one.name}, which is nowhere"
        found.append((target, one.line))
    return found


@pytest.mark.parametrize("module", modules(), ids=str)
def test_a_module_imports_only_what_lies_below_it(module: Module) -> None:
    above = [f"line {line}: {target}" for target, line in own_imports(module) if rank(target) > rank(module.name)]
    assert not above, f"{module.name} imports upwards: {above}"


def test_the_catalogue_knows_nothing_of_the_dialogue() -> None:
    upwards = [
        f"{module.path}:{line} {target}"
        for module in modules()
        if module.name.startswith("catalog")
        for target, line in own_imports(module)
        if not target.startswith("catalog")
    ]
    assert not upwards


def test_rooms_of_one_group_use_each_other_in_one_direction() -> None:
    uses: dict[str, set[str]] = {room: set() for room in ROOMS}
    for module in modules():
        parts = module.name.split(".")
        if parts[0] == "assistant" and len(parts) > 1 and parts[1] in uses:
            uses[parts[1]] |= {
                target.split(".")[1]
                for target, _ in own_imports(module)
                if target.startswith("assistant.") and target.split(".")[1] in uses
            } - {parts[1]}
    assert not cycle(uses), f"these rooms use each other in a circle: {cycle(uses)}"


def test_no_import_runs_in_a_circle() -> None:
    uses = {
        module.name: {target for target, _ in own_imports(module, at_once=True) if target != module.name}
        for module in modules()
    }
    assert not cycle(uses), f"a circle of imports: {cycle(uses)}"


def cycle(uses: dict[str, set[str]]) -> list[str]:
    """A circle in a graph, or nothing."""
    done: set[str] = set()

    def walk(name: str, path: list[str]) -> list[str]:
        if name in path:
            return [*path[path.index(name) :], name]
        if name in done:
            return []
        for target in sorted(uses.get(name, ())):
            if found := walk(target, [*path, name]):
                return found
        done.add(name)
        return []

    return next((found for name in sorted(uses) if (found := walk(name, []))), [])


def test_the_check_itself_sees_a_circle() -> None:
    assert cycle({"a": {"b"}, "b": {"c"}, "c": {"a"}}) == ["a", "b", "c", "a"]
    assert cycle({"a": {"b"}, "b": set()}) == []
