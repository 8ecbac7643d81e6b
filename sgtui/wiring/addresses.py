"""Where records lie, by address, path and folder."""

from pathlib import Path


def is_there(url: str) -> bool:
    """Whether the database exists. Raises StoreUnreachable for an address that is none."""
    from sgtui.storage.url import database_path

    return database_path(url).is_file()


def url_of(path: Path) -> str:
    """The address of a file."""
    from sgtui.storage.url import database_url

    return database_url(path)


def data_folder() -> Path:
    """Where this program keeps records for this person."""
    from platformdirs import user_data_dir

    return Path(user_data_dir("sgtui", appauthor=False))


def own_url() -> str:
    """The address of this person's own record, when no other is named."""
    return url_of(data_folder() / "home.sgtui")


def folder_of(url: str) -> Path:
    """The folder that a database lies in, whether or not it is there."""
    from sgtui.storage.url import database_path

    return database_path(url).absolute().parent
