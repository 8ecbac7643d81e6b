"""The demo: an invented home with people, staff, desks and cases, written as real ones are."""

from sgtui.services.demo.furnish import DemoHome, furnish
from sgtui.services.demo.home import SIGNED_IN, STAFF, DemoStaff
from sgtui.services.demo.plans import Size

__all__ = ["SIGNED_IN", "STAFF", "DemoHome", "DemoStaff", "Size", "furnish"]
