"""The delivery cache: what was made once is not made, or paid for, again."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from pydantic import ValidationError

from generators.entries import new_entry
from generators.provider import Delivery

__all__ = ["DeliveryCache"]


class DeliveryCache:
    """A folder of deliveries by digest; one entry appears whole or not at all.

    Args:
        folder: Where entries are kept; made on first writing.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, digest: str) -> Delivery | None:
        """Return the delivery of a digest, or None; a damaged entry counts as none."""
        entry = self.folder / digest
        try:
            data = (entry / "material").read_bytes()
            record = json.loads((entry / "record.json").read_text("utf-8"))
            if hashlib.sha256(data).hexdigest() != record.pop("sha256"):
                return None
            kept = Delivery.model_validate({**record, "data": data})
        except (OSError, ValueError, KeyError, AttributeError, ValidationError):
            return None
        receipt = kept.receipt.model_copy(update={"is_kept": True, "cost": 0.0, "seconds": 0.0})
        return kept.model_copy(update={"receipt": receipt})

    def write(self, digest: str, delivery: Delivery) -> None:
        """Keep a delivery in place of what was there."""
        record = delivery.model_dump(mode="json", exclude={"data"})
        record["sha256"] = hashlib.sha256(delivery.data).hexdigest()
        with new_entry(self.folder, digest) as entry:
            (entry / "material").write_bytes(delivery.data)
            (entry / "record.json").write_text(json.dumps(record, sort_keys=True), "utf-8")
