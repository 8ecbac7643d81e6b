"""Settings: config.toml and the environment, one model, every field explained."""

import os
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal

from platformdirs import user_config_dir, user_documents_dir
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

PREFIX = "SGTUI_"
"""Begins each variable of the environment that sets something: SGTUI_THEME=sgtui-light."""

_YES = {"1": True, "true": True, "yes": True, "on": True}
_NO = {"0": False, "false": False, "no": False, "off": False}


class SettingsRefused(Exception):
    """Settings that cannot be used, one plain sentence for each fault."""


def _yes_or_no(value: object) -> object:
    """The environment has only texts; in the file a text is a mistake and stays one."""
    return {**_YES, **_NO}.get(value.lower(), value) if isinstance(value, _Typed) else value


def _whole_number(value: object) -> object:
    return int(value) if isinstance(value, _Typed) and value.isdecimal() else value


class _Typed(str):
    """A text from the environment, where every value is one."""

    __slots__ = ()


YesOrNo = Annotated[bool, BeforeValidator(_yes_or_no)]
Minutes = Annotated[int, BeforeValidator(_whole_number), Field(ge=1, le=60)]


class Settings(BaseModel):
    """What a person may set. Each key stands at the top of config.toml."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)

    database: Annotated[str, Field(pattern=r"^[a-z0-9+]+://")] | None = None
    """Address of the record, for example "sqlite:////srv/home.sgtui"."""

    theme: Literal["sgtui-dark", "sgtui-light", "sgtui-contrast", "sgtui-plain"] = "sgtui-dark"
    """Colours of the desk; "sgtui-plain" uses the terminal's own, for slow lines."""

    ascii: YesOrNo = False
    """Draw lines with + - and | even where the terminal could draw better."""

    mouse: YesOrNo = False
    """Answer the mouse. Off by default: a dropped line would leave it typing into the shell."""

    idle_lock_minutes: Minutes = 5
    """Minutes without a key after which the desk locks itself."""

    bell: YesOrNo = False
    """Ring the terminal's bell when a duty becomes late."""

    reports_folder: Annotated[str, Field(min_length=1)] | None = None
    """Folder that printed reports go to; without it "sgtui" in your own documents folder."""

    keymap: dict[str, str] = Field(default_factory=dict)
    """Your own keys: the id of a command, then the key, for example save = "ctrl+w"."""


def default_file() -> Path:
    """Where settings are read from when no other file is named."""
    return Path(user_config_dir("sgtui", appauthor=False)) / "config.toml"


def reports_folder(settings: Settings) -> Path:
    """Where printed reports go: the folder that is set, else one in this person's documents."""
    if settings.reports_folder:
        return Path(settings.reports_folder).expanduser().absolute()
    return Path(user_documents_dir()) / "sgtui"


def is_anything_set(file: Path | None, environment: Mapping[str, str]) -> bool:
    """Whether there is a file or a variable to read at all."""
    return file is not None or default_file().is_file() or bool(_from_environment(environment))


def read_settings(
    file: Path | None = None, environment: Mapping[str, str] = os.environ
) -> Settings:
    """The settings in force: the environment goes before the file.

    Raises SettingsRefused with file, line, key and what would be right, every fault at once; also
    when a named file is not there.
    """
    path = file or default_file()
    text = _text(path, must_be_there=file is not None)
    given = {**_parsed(path, text), **_from_environment(environment)}
    try:
        return Settings.model_validate(given)
    except ValidationError as fault:
        raise SettingsRefused("\n".join(_sentences(fault, path, text, given))) from None


def _text(path: Path, *, must_be_there: bool) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        if must_be_there:
            words = f"{path.name} is not there. Check the name after --config."
            raise SettingsRefused(words) from None
        return ""
    except (OSError, UnicodeDecodeError):
        raise SettingsRefused(f"{path.name} cannot be read. It is a text file in UTF-8.") from None


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        said = str(fault).rstrip(".")
        raise SettingsRefused(f'{path.name}: {said}. A line is written key = "value".') from None


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    names = {f"{PREFIX}{key.upper()}": key for key in Settings.model_fields if key != "keymap"}
    names[f"{PREFIX}DATABASE_URL"] = names.pop(f"{PREFIX}DATABASE")
    return {key: _Typed(environment[name]) for name, key in names.items() if environment.get(name)}


_RIGHT = {
    "database": 'an address such as "sqlite:////srv/home.sgtui"',
    "theme": '"sgtui-dark", "sgtui-light", "sgtui-contrast" or "sgtui-plain"',
    "ascii": "true or false",
    "mouse": "true or false",
    "idle_lock_minutes": "a whole number from 1 to 60",
    "bell": "true or false",
    "reports_folder": 'a folder, such as "/home/me/reports"',
    "keymap": 'a table: a line [keymap], then lines such as save = "ctrl+w"',
}


def _sentences(
    fault: ValidationError, path: Path, text: str, given: Mapping[str, Any]
) -> Iterator[str]:
    seen = set()
    for error in fault.errors(include_input=False, include_url=False):
        key = str(error["loc"][0])
        if key in seen:
            continue
        seen.add(key)
        yield f"{_place(key, path, text, given)}: {_wrong(key, error['type'])}"


def _place(key: str, path: Path, text: str, given: Mapping[str, Any]) -> str:
    if isinstance(given.get(key), _Typed):
        return f"{PREFIX}{'DATABASE_URL' if key == 'database' else key.upper()}"
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip().strip("[").replace('"', "").startswith(key):
            return f"{path.name}, line {number}, {key}"
    return f"{path.name}, {key}"


def _wrong(key: str, kind: str) -> str:
    if kind == "extra_forbidden":
        near = get_close_matches(key, Settings.model_fields, n=1)
        meant = f"Did you mean {near[0]}?" if near else f"There are {', '.join(_RIGHT)}."
        return f"there is no such setting. {meant}"
    return f"must be {_RIGHT[key]}."
