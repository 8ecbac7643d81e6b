"""Where a database is: the one form of address that this program takes."""

from pathlib import Path
from urllib.parse import unquote

from sgtui.services.ports import StoreUnreachable

PREFIX = "sqlite:///"


def database_path(url: str) -> Path:
    """The file that an address such as sqlite:///srv/home.sgtui names.

    As in SQLAlchemy, a fourth slash begins an absolute path; a Windows drive may follow the third.
    A query is refused rather than ignored. Raises StoreUnreachable for any other sort of address.
    """
    if not url.startswith(PREFIX):
        raise StoreUnreachable(
            "A database address starts with sqlite:/// and then the file, for example"
            " sqlite:////srv/home.sgtui. Other databases are not supported yet."
        )
    rest = url.removeprefix(PREFIX)
    file = unquote(rest)
    if not file or rest == ":memory:" or "?" in rest or "\0" in file:
        raise StoreUnreachable("A database address names one file and nothing after it.")
    return Path(file)


def database_url(path: Path) -> str:
    """The address of a file, which `database_path` reads back."""
    escaped = str(path.absolute()).replace("%", "%25").replace("?", "%3F")
    return f"{PREFIX}{escaped}"
