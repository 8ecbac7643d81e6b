"""A press that makes the same short document of everything, and remembers what was asked."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sgtui.services.desk import Desk
from sgtui.services.reports import Asked, Format, NotWritten
from sgtui.services.work import Work


@dataclass
class FakePress:
    """Takes three pieces of work for everything."""

    pieces: int = 3
    parts: int = 1
    fails: type[BaseException] | None = None
    asked: list[tuple[str, Asked]] = field(default_factory=list)

    def read(self, desk: Desk, name: str, asked: Asked, work: Work) -> Iterator[str]:
        """A line for each piece."""
        assert desk.author
        self.asked.append((name, asked))
        work.begin(self.pieces)
        for number in range(1, self.pieces + 1):
            yield f"{name} line {number}"
            work.step()

    def print_to(
        self, desk: Desk, name: str, asked: Asked, form: Format, into: Path, work: Work
    ) -> tuple[Path, ...]:
        """Its lines in each of its files."""
        lines = "\n".join(self.read(desk, name, asked, work))
        if self.fails is not None:
            raise self.fails("It could not be written.")
        stem = into / name if into.is_dir() else into.with_suffix("")
        files = [stem.parent / f"{stem.name}-{n + 1}.{form.value}" for n in range(self.parts)]
        for file in files:
            file.write_text(lines, encoding="utf-8")
        return tuple(files)


REFUSED = NotWritten
