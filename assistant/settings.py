"""Settings: the only reader of the environment (but for DAOGOU_HOME) and of the settings file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from assistant.chat_models.limits import ModelLimits
from assistant.vocabulary import Rate
from catalog.errors import SetupError
from catalog.product import EMPTY

FILE = "settings.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator may choose; every field has a working default."""

    shop: str = ""
    language: str | None = None
    embedder: str = "minilm"
    scorer: str = "tuned"
    outcomes: float = 0.15
    """The share of what shoppers are likely to do in the order, 0 to 1, where `learn` has made something of it."""
    rates: Mapping[str, Rate] = field(default=EMPTY)
    frame_sites: tuple[str, ...] = ()
    """Sites that may embed the widget, such as https://shop.example; "*" allows any."""
    model: str = ""
    model_url: str = ""
    model_key: str = field(default="", repr=False)
    orders_url: str = ""
    """The address of the shop's own order system; empty for the orders in the home's records."""
    orders_key: str = field(default="", repr=False)
    model_limits: ModelLimits = field(default_factory=ModelLimits)

    @staticmethod
    def read(environment: Mapping[str, str], home: Path) -> Settings:
        """The settings of a home: its settings.toml, overruled by the environment.

        Raises SetupError for a file that is no TOML, an unknown name or a value of the wrong type.
        """
        path = home / FILE
        try:
            text = path.read_text(encoding="utf-8") if path.exists() else ""
            chosen = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
            raise SetupError(
                f"{path} can't be read as TOML ({error}). Mend that line, or move the file away."
            ) from error
        rates = {code: _rate(path, code, entry) for code, entry in _table(path, chosen.pop("rates", {})).items()}
        limits = _limits(path, chosen.pop("model_limits", {}), environment)
        overrides = {
            name: environment[f"DAOGOU_{name.upper()}"] for name in _NAMES if environment.get(f"DAOGOU_{name.upper()}")
        }
        values = {name: _checked(path, name, value) for name, value in {**chosen, **overrides}.items()}
        return Settings(rates=rates, model_limits=limits, **values)


def data_folder(environment: Mapping[str, str]) -> Path | None:
    """The folder of outside data that measurements read; None where DAOGOU_DATA isn't set."""
    return Path(environment["DAOGOU_DATA"]) if environment.get("DAOGOU_DATA") else None


_NAMES = (
    "shop",
    "language",
    "embedder",
    "scorer",
    "outcomes",
    "frame_sites",
    "model",
    "model_url",
    "model_key",
    "orders_url",
    "orders_key",
)


def _checked(path: Path, name: str, value: Any) -> Any:
    if name not in _NAMES:
        names = ", ".join((*_NAMES, "rates", "model_limits"))
        raise SetupError(f"No setting called {name!r} in {path}. Choose one of: {names}.")
    if name == "outcomes":
        return _share(path, value)
    if name == "frame_sites":
        sites = value.split() if isinstance(value, str) else value
        if isinstance(sites, list) and all(isinstance(site, str) for site in sites):
            return tuple(sites)
    elif isinstance(value, str):
        return value
    raise SetupError(f"The setting {name!r} in {path} is {value!r}. Write it as text in quotes.")


def _share(path: Path, value: Any) -> float:
    try:
        share = float(value)
    except (TypeError, ValueError):
        share = -1.0
    if isinstance(value, bool) or not 0.0 <= share <= 1.0:
        raise SetupError(f"The setting 'outcomes' in {path} is {value!r}. Write a number from 0 to 1, such as 0.1.")
    return share


def _limits(path: Path, value: Any, environment: Mapping[str, str]) -> ModelLimits:
    if not isinstance(value, dict):
        raise SetupError(f"'model_limits' in {path} is {value!r}. Write a table: [model_limits] timeout = 12.")
    names = {one.name: f"DAOGOU_MODEL_{one.name.upper()}" for one in fields(ModelLimits)}
    overrides = {name: environment[told] for name, told in names.items() if environment.get(told)}
    return ModelLimits.read({**value, **overrides}, str(path) if value else "the environment (DAOGOU_MODEL_...)")


def _table(path: Path, value: Any) -> Mapping[str, Any]:
    if isinstance(value, dict):
        return value
    raise SetupError(f"'rates' in {path} is {value!r}. Write a table: [rates.USD] worth = 0.9, date = \"2026-01-31\".")


def _rate(path: Path, code: str, entry: Any) -> Rate:
    try:
        return Rate(code.upper(), float(entry["worth"]), str(entry["date"]))
    except (TypeError, KeyError, ValueError) as error:
        raise SetupError(
            f'The rate of {code} in {path} is {entry!r}. Write: [rates.{code}] worth = 0.9, date = "2026-01-31".'
        ) from error
