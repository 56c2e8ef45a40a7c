"""Everything that one phrase may be: a cue, a kind, a brand, a value, a column's name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.languages.dialogue import dialogue, places
from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon
from assistant.understanding.lexicon.fixed_roles import dialogue_roles
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.closing_words import closes
from catalog.languages.lexicon import equivalents, kind_of, pivot
from catalog.languages.lexicon import lexicon as lexicon_words

Roles = Mapping[str, Any]
NOTHING: Roles = {}


def phrase_roles(said: str, lexicon: CatalogueLexicon, phrase: str) -> Roles:
    """Everything that a phrase may be, by its lookup form."""
    roles: dict[str, Any] = {}
    fixed = dialogue_roles(places()).get(said)
    if fixed:
        roles.update(fixed)
    for role, table in (
        ("type", lexicon.type_words), ("brand", lexicon.brand_words), ("feature", lexicon.feature_words),
        ("field", lexicon.field_words), ("value", lexicon.values),
    ):  # fmt: skip
        found = table.get(said) or (table.get(said.removesuffix("'s")) if role == "value" else None)
        grammar = role == "type" and fixed and {"filler", "cue", "number"} & fixed.keys() and not closes(fixed)
        if found and not (grammar and not (len(said) > 1 and _ends_names(fixed))):
            roles[role] = found
    if " " in phrase and not roles:
        roles |= _told_otherwise(phrase, lexicon)
    if len(said) > 1 and (not roles or not ({"type", "brand"} & roles.keys())):
        kind = kind_of(phrase)
        if kind:
            roles["known"] = kind
        if kind == "value" and "tint" not in roles:
            # What one language lists as a colour or material is one in every language: 钢化玻璃, tempered glass.
            tints = [dialogue_roles(places()).get(key(other), NOTHING).get("tint") for other in equivalents(phrase)]
            tint = next((one for one in tints if one), None)
            roles |= {"tint": tint} if tint else NOTHING
        if kind == "brand" and not roles.keys() - {"known", "value", "field"}:
            # A brand that the shop doesn't carry is a brand all the same: asked for, nothing meets it.
            roles["brand"] = (lexicon_words().usual(phrase, pivot()) or phrase,)
    if "wish" in roles and ("type" in roles or roles.get("known") == "type") and not _is_spelt_so(roles, phrase):
        del roles["wish"]
    return roles


def _told_otherwise(phrase: str, lexicon: CatalogueLexicon) -> Roles:
    """The roles of a feature told with a verb (cancels noise), as a part inside (built-in grinder), or
    as what there shall be little of (little dust)."""
    forms = dialogue().phrases["word_forms"]
    before, _, last = phrase.rpartition(" ")
    named = [phrase.removeprefix(inside) for inside in forms.get("inside", ()) if phrase.startswith(inside)]
    named += [f"low {phrase.removeprefix(one)}" for one in forms.get("low", ()) if phrase.startswith(one)]
    if before.isalpha() and len(before) > 3 and last.isalpha():
        stem = before.removesuffix("s").removesuffix("e")
        named += [f"{last} {stem}{ending}" for ending in forms.get("verb_endings", ())]
        named += [f"{last} {stem}{stem[-1]}{ending}" for ending in forms.get("verb_endings", ())]
    for name in named:
        thing = dialogue_roles(places()).get(key(name), NOTHING).get("thing")
        found = {"thing": thing, "feature": lexicon.feature_words.get(key(name))}
        if any(found.values()):
            return {role: one for role, one in found.items() if one}
    return NOTHING


def _is_spelt_so(roles: Roles, phrase: str) -> bool:
    """Whether a wish is written as the phrase is: shorts are goods, and nothing wished to be short."""
    wishes = dialogue().wishes
    return not phrase.isascii() or any(phrase in wishes[name][level] for name, level in roles["wish"])


def _ends_names(fixed: Roles) -> bool:
    """Whether a phrase is a cue only because it ends names: of parts (转接头), of companies (computer); goods too."""
    mere = {"part_noun", "company"}
    return bool(fixed.get("cue")) and fixed["cue"] <= mere and not {"filler", "number"} & fixed.keys()
