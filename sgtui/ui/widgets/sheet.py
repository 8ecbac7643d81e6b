"""Lines to read, drawn in the tones of the lists, with no cursor on them."""

from collections.abc import Sequence

from sgtui.ui.widgets.row_list import Line, Row, RowList


class Sheet(RowList, can_focus=False):
    """Lines that are read and not chosen from; `fitted`, it is as high as they need."""

    def __init__(
        self,
        *,
        fitted: bool = False,
        most: int = 100,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """`most`: lines it takes at most when fitted; the rest can be scrolled to."""
        super().__init__(id=id, classes=classes)
        self._fitted = fitted
        self.most = most

    def show(self, lines: Sequence[Line], at: int = 0) -> None:
        """Show these lines, with the one at `at` in sight."""
        self.fill([Row(str(n), (line,), heading=True) for n, line in enumerate(lines)])
        if self._fitted:
            self.styles.height = min(len(lines), self.most)
        self.call_after_refresh(self._bring, at)

    def read_on(self) -> None:
        """A page further down, from the end back to the beginning."""
        bottom = self.scroll_offset.y >= self.max_scroll_y
        page = max(self.size.height - 1, 1)
        self.scroll_to(y=0 if bottom else self.scroll_offset.y + page, animate=False)

    @property
    def text(self) -> str:
        """All lines as plain text."""
        return "\n".join("".join(p.text for p in row.lines[0]) for row in self.rows)

    @property
    def has_more(self) -> bool:
        """Whether not all lines are in sight."""
        return self.max_scroll_y > 0

    def _bring(self, at: int) -> None:
        room = self.size.height
        self.scroll_to(y=max(at - room + 2, 0) if at >= room else 0, animate=False)
